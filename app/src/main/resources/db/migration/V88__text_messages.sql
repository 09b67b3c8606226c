-- Text messages: a contact's mobile number, messages of a second kind in the outbox, the files in which they are handed on, and what
-- the service that takes them reports back.

-- As E.164 has it: the country code after a plus, and at most 15 digits.
alter table ledger.contact add column mobile text not null default '' check (mobile = '' or mobile ~ '^\+[1-9][0-9]{6,14}$');
create index contact_by_mobile on ledger.contact (mobile) where mobile <> '';

create or replace view ledger.contact_view as
select c.id as contact_id, c.customer_id, c.name, c.role, c.email, c.phone, c.language, c.do_not_contact, c.mobile
from ledger.contact c;

-- A text message has no address of a sender and no HTML.
alter table correspondence.message add column channel text not null default 'EMAIL' check (channel in ('EMAIL', 'TEXT_MESSAGE'));
alter table correspondence.message alter column channel drop default;

-- What was written into a file for whoever sends text messages: the bytes as they were, so that the file can be had again.
create table correspondence.hand_off (
    id        bigint generated always as identity primary key,
    file_name text not null unique check (file_name <> ''),
    content   bytea not null,
    messages  int not null check (messages > 0),
    at        timestamptz not null
);

-- In which attempt a message went into which file.
create table correspondence.hand_off_message (
    message_id  bigint not null references correspondence.message,
    attempt     int not null,
    hand_off_id bigint not null references correspondence.hand_off,
    primary key (message_id, attempt)
);
create index hand_off_message_by_file on correspondence.hand_off_message (hand_off_id);

-- What became of a message, as the service says: once of each kind.
create table correspondence.text_receipt (
    id          bigint generated always as identity primary key,
    message_id  bigint not null references correspondence.message,
    status      text not null check (status in ('DELIVERED', 'FAILED', 'OPTED_OUT')),
    -- When, as the service says; none where it does not.
    happened_at timestamptz,
    detail      text not null,
    actor       text not null check (actor <> ''),
    at          timestamptz not null,
    unique (message_id, status)
);

-- A number fails as an address does.
alter table correspondence.address_report add column receipt_id bigint references correspondence.text_receipt;
alter table correspondence.address_report drop constraint address_report_check;
alter table correspondence.address_report add constraint address_report_check
    check (num_nonnulls(mail_id, receipt_id) = case when works then 0 else 1 end);

-- The words of a text message have neither title nor subject.
alter table correspondence.letter_text drop constraint letter_text_title_check;
alter table correspondence.letter_text drop constraint letter_text_subject_check;
alter table correspondence.letter_text add constraint letter_text_head_check
    check ((title <> '') = (letter not like 'TEXT%') and (subject <> '') = (letter not like 'TEXT%'));

alter table correspondence.refusal drop constraint refusal_channel_check;
alter table correspondence.refusal add constraint refusal_channel_check check (channel in ('CALL', 'MESSAGE', 'TEXT_MESSAGE'));
alter table correspondence.refusal drop constraint refusal_check;
alter table correspondence.refusal add constraint refusal_check check ((channel = 'CALL') = (message_id is null));

alter table correspondence.activity drop constraint activity_kind_check;
alter table correspondence.activity add constraint activity_kind_check check (kind in (
    'CALL', 'EMAIL', 'LETTER', 'NOTE', 'PROMISE', 'VISIT', 'SYSTEM', 'TEXT_MESSAGE', 'PORTAL_NOTICE'));

-- Published for the modules below.

create or replace view correspondence.message_view as
select
    m.id as message_id, m.customer_id, m.template, m.origin, m.state, m.sending_since, m.sent_at,
    exists (select from correspondence.mail b where b.message_id = m.id and b.kind = 'BOUNCED')
        or exists (select from correspondence.text_receipt r where r.message_id = m.id and r.status = 'FAILED') as came_back
from correspondence.message m;

grant select, insert on correspondence.hand_off, correspondence.hand_off_message, correspondence.text_receipt to ${app_role};
grant usage on all sequences in schema correspondence to ${app_role};
