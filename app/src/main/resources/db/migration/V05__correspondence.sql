-- Everything said and written, and what is about to be.
create schema correspondence;

create table correspondence.message (
    id            bigint generated always as identity primary key,
    customer_id   bigint not null references ledger.customer,
    template      text not null,
    language      char(2) not null,
    from_address  text not null,
    from_name     text not null,
    to_address    text not null,
    to_name       text not null,
    subject       text not null,
    body_text     text not null,
    body_html     text not null,
    -- The Message-ID, fixed when the message is queued: every attempt carries the same.
    header_id     text not null unique,
    state         text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'RECALLED', 'REFUSED', 'FAILED')),
    state_reason  text not null default '',
    queued_at     timestamptz not null,
    -- Until then the message can be called back.
    send_after    timestamptz not null,
    sending_since timestamptz,
    sent_at       timestamptz,
    -- Only ever grows: the number of the attempt tells a worker whether the message is still the one that it took.
    attempts      int not null default 0,
    -- The attempt after which a person has to decide.
    last_attempt  int not null,
    business_date date not null,
    actor         text not null,
    check ((state = 'SENDING') = (sending_since is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state not in ('REFUSED', 'FAILED') or state_reason <> '')
);
create index message_queue on correspondence.message (send_after) where state in ('QUEUED', 'SENDING');
create index message_by_customer on correspondence.message (customer_id, id desc);

-- The items that a message listed, with what was open then.
create table correspondence.message_item (
    message_id bigint not null references correspondence.message,
    item_id    bigint not null references ledger.item,
    account_id bigint not null references ledger.account,
    currency   char(3) not null,
    open_minor bigint not null,
    primary key (message_id, item_id)
);
create index message_item_by_item on correspondence.message_item (item_id);

create table correspondence.attachment (
    message_id bigint not null references correspondence.message,
    name       text not null,
    media_type text not null,
    content    bytea not null,
    primary key (message_id, name)
);

-- The timeline: one row for every call, note, letter, mail and visit.
create table correspondence.activity (
    id            bigint generated always as identity primary key,
    customer_id   bigint not null references ledger.customer,
    account_id    bigint references ledger.account,
    kind          text not null check (kind in ('CALL', 'EMAIL', 'LETTER', 'NOTE', 'PROMISE', 'VISIT', 'SYSTEM')),
    direction     text not null check (direction in ('OUT', 'IN', 'INTERNAL')),
    business_date date not null,
    at            timestamptz not null,
    actor         text not null,
    -- Not a reference: what was said outlives the contact.
    contact_id    bigint,
    outcome       text not null default '',
    body          text not null default '',
    message_id    bigint references correspondence.message
);
create index activity_by_customer on correspondence.activity (customer_id, id desc);

grant usage on schema correspondence to ${app_role};
grant select, insert, update on correspondence.message to ${app_role};
grant select, insert on correspondence.message_item, correspondence.attachment, correspondence.activity to ${app_role};
