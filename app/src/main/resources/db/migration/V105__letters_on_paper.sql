-- Letters on paper: who wants them, messages of a third kind in the outbox, and the batches in which they are printed and posted.

alter table ledger.customer
    -- How the customer wants to get letters; where no e-mail reaches anybody, they go on paper all the same.
    add column letters text not null default 'E_MAIL' check (letters in ('E_MAIL', 'POST'));

create or replace view ledger.customer_view as
select c.id as customer_id, c.number, c.name, c.country, c.language, c.time_zone, c.address, c.state, c.letters
from ledger.customer c;

alter table correspondence.message drop constraint message_channel_check;
alter table correspondence.message
    add constraint message_channel_check check (channel in ('EMAIL', 'TEXT_MESSAGE', 'LETTER')),
    -- Of a letter on paper: for whose attention, to which country, and as what the carrier takes it. Its address is lines.
    add column to_contact text not null default '',
    add column to_country text not null default '',
    add column postal_service text check (postal_service in ('ORDINARY', 'REGISTERED')),
    add constraint message_postal_check check ((channel = 'LETTER') = (postal_service is not null));
create index message_to_be_posted on correspondence.message (id) where channel = 'LETTER' and state = 'QUEUED';

alter table correspondence.refusal drop constraint refusal_channel_check;
alter table correspondence.refusal add constraint refusal_channel_check
    check (channel in ('CALL', 'MESSAGE', 'TEXT_MESSAGE', 'LETTER'));

-- Letters taken out of the outbox together. From then on they count as sent.
create table correspondence.letter_batch (
    id            bigint generated always as identity primary key,
    business_date date not null,
    letters       int not null check (letters > 0),
    pages         int not null check (pages > 0),
    actor         text not null check (actor <> ''),
    at            timestamptz not null
);

-- A letter goes into one batch, once.
create table correspondence.letter_batch_message (
    batch_id   bigint not null references correspondence.letter_batch,
    position   int not null check (position > 0),
    message_id bigint not null unique references correspondence.message,
    postcode   text not null,
    pages      int not null check (pages > 0),
    primary key (batch_id, position)
);

-- Each time the batch, or the rest of it, was printed; every print but the first says on its sheets that it is another one.
create table correspondence.letter_print (
    batch_id      bigint not null references correspondence.letter_batch,
    print         int not null check (print > 0),
    from_position int not null check (from_position > 0),
    reason        text not null,
    actor         text not null check (actor <> ''),
    at            timestamptz not null,
    primary key (batch_id, print),
    check ((print = 1) = (reason = ''))
);

create table correspondence.letter_posting (
    batch_id  bigint primary key references correspondence.letter_batch,
    posted_on date not null,
    actor     text not null check (actor <> ''),
    at        timestamptz not null
);

-- The hand-over of a batch to a print service by a folder: begun before the file is written, ended when it is there.
create table correspondence.letter_hand_over (
    batch_id   bigint primary key references correspondence.letter_batch,
    file_name  text not null unique check (file_name <> ''),
    begun_at   timestamptz,
    ended_at   timestamptz,
    problem    text not null default '',
    check (ended_at is null or begun_at is not null)
);

grant select, insert on correspondence.letter_batch, correspondence.letter_batch_message, correspondence.letter_print,
    correspondence.letter_posting to ${app_role};
grant select, insert, update on correspondence.letter_hand_over to ${app_role};
grant usage on all sequences in schema correspondence to ${app_role};
