-- The mails that come in, what each is, who has looked at it, and which addresses do not work. Only ever added to.

-- How far a mailbox has been read, by the numbers that its server gives: nothing is marked on the server.
create table correspondence.mailbox_position (
    mailbox      text primary key,
    uid_validity bigint not null,
    last_uid     bigint not null
);

create table correspondence.mail (
    id            bigint generated always as identity primary key,
    -- The Message-ID, or the numbers of the mailbox where there is none: by it a mail is taken once.
    mail_key      text not null unique check (mail_key <> ''),
    kind          text not null check (kind in (
        'BOUNCED', 'DELAYED', 'AUTOMATIC_REPLY', 'REPLY', 'FROM_CONTACT', 'UNKNOWN', 'UNREADABLE')),
    from_address  text not null,
    from_name     text not null,
    subject       text not null,
    -- The whole text, with what is quoted.
    body_text     text not null,
    attachments   text[] not null,
    -- What the sender's program says; none where it says nothing that is a date.
    written_at    timestamptz,
    business_date date not null,
    at            timestamptz not null,
    customer_id   bigint references ledger.customer,
    message_id    bigint references correspondence.message,
    activity_id   bigint references correspondence.activity,
    -- Of one that came back or is delayed: what the mail server says. Of one that is not read: why not.
    words         text not null,
    check ((kind in ('BOUNCED', 'DELAYED', 'UNREADABLE')) = (words <> '')),
    check (kind <> 'REPLY' or message_id is not null),
    check (kind not in ('REPLY', 'FROM_CONTACT') or customer_id is not null)
);
create index mail_by_customer on correspondence.mail (customer_id, id desc);
create index mail_by_message on correspondence.mail (message_id, id) where message_id is not null;
create index mail_by_activity on correspondence.mail (activity_id) where activity_id is not null;

-- The mail as it came over the wire; none of one that is too large.
create table correspondence.mail_source (
    mail_id bigint primary key references correspondence.mail,
    content bytea not null
);

-- Who has looked at it.
create table correspondence.mail_reading (
    mail_id bigint primary key references correspondence.mail,
    actor   text not null check (actor <> ''),
    at      timestamptz not null
);

-- Whose it is, where a person had to say so.
create table correspondence.mail_assignment (
    mail_id     bigint primary key references correspondence.mail,
    customer_id bigint not null references ledger.customer,
    activity_id bigint not null references correspondence.activity,
    actor       text not null check (actor <> ''),
    at          timestamptz not null
);
create index mail_assignment_by_customer on correspondence.mail_assignment (customer_id);
create index mail_assignment_by_activity on correspondence.mail_assignment (activity_id);

-- Whether an address works: the latest of an address holds.
create table correspondence.address_report (
    id      bigint generated always as identity primary key,
    address text not null check (address = lower(address) and address <> ''),
    works   boolean not null,
    -- The mail by which it is known to fail; none where a person says that it works again.
    mail_id bigint references correspondence.mail,
    words   text not null check (words <> ''),
    actor   text not null check (actor <> ''),
    at      timestamptz not null,
    check (works = (mail_id is null))
);
create index address_report_by_address on correspondence.address_report (address, id desc);

-- Published for the modules below.

create view correspondence.failing_address_view as
select r.address, r.mail_id, r.words, r.at
from correspondence.address_report r
where not r.works
  and not exists (select from correspondence.address_report later where later.address = r.address and later.id > r.id);

create view correspondence.answer_view as
select
    m.id as mail_id, m.kind, m.from_address, m.from_name, m.subject, m.words, m.business_date as answered_on, m.at,
    cardinality(m.attachments) as attachments, coalesce(m.customer_id, a.customer_id) as customer_id, r.actor as read_by, r.at as read_at,
    r.mail_id is null and m.kind in ('REPLY', 'FROM_CONTACT', 'UNKNOWN', 'UNREADABLE') as is_to_be_read
from correspondence.mail m
left join correspondence.mail_assignment a on a.mail_id = m.id
left join correspondence.mail_reading r on r.mail_id = m.id;

-- What customers have written that nobody has looked at. In two branches, so that one customer's is found by its indexes.
create view correspondence.unread_answer_view as
select m.customer_id, m.id as mail_id, m.business_date as answered_on
from correspondence.mail m
where m.kind in ('REPLY', 'FROM_CONTACT')
  and not exists (select from correspondence.mail_reading r where r.mail_id = m.id)
union all
select a.customer_id, m.id, m.business_date
from correspondence.mail_assignment a
join correspondence.mail m on m.id = a.mail_id
where not exists (select from correspondence.mail_reading r where r.mail_id = m.id);

create or replace view correspondence.message_view as
select
    m.id as message_id, m.customer_id, m.template, m.origin, m.state, m.sending_since, m.sent_at,
    exists (select from correspondence.mail b where b.message_id = m.id and b.kind = 'BOUNCED') as came_back
from correspondence.message m;

-- Of which message a bounce speaks that names the recipient alone.
create index message_by_recipient on correspondence.message (lower(to_address), id desc);

-- Whose contact has written.
create index contact_by_email on ledger.contact (lower(email));

grant select, insert on correspondence.mail, correspondence.mail_source, correspondence.mail_reading, correspondence.mail_assignment,
    correspondence.address_report to ${app_role};
grant select, insert, update on correspondence.mailbox_position to ${app_role};
grant select on correspondence.failing_address_view, correspondence.answer_view, correspondence.unread_answer_view to ${app_role};
grant usage on all sequences in schema correspondence to ${app_role};
