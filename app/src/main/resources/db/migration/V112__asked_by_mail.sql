-- People in the company who never sign in and answer by a link in a mail; and mails to people in the company, which are no messages to customers.

-- A mail to somebody in the company. It is kept apart from what is written to customers: no gate is asked about it, it lists no item, it is on no
-- timeline as a contact, and no count of messages sees it. Where its text has the sign U+FFFC, the mail that leaves has a link; the link is kept nowhere.
create table correspondence.internal_mail (
    id            bigint generated always as identity primary key,
    -- Who asked for it and gives it its link: QUESTION, with the number of the question.
    purpose       text not null check (purpose <> ''),
    subject_id    bigint not null,
    language      char(2) not null,
    from_address  text not null,
    from_name     text not null,
    to_address    text not null,
    to_name       text not null,
    subject       text not null check (subject <> ''),
    body_text     text not null check (body_text <> ''),
    header_id     text not null unique,
    state         text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'RECALLED', 'REFUSED', 'FAILED')),
    state_reason  text not null default '',
    queued_at     timestamptz not null,
    send_after    timestamptz not null,
    sending_since timestamptz,
    sent_at       timestamptz,
    attempts      int not null default 0,
    last_attempt  int not null,
    actor         text not null check (actor <> ''),
    check ((state = 'SENDING') = (sending_since is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state not in ('REFUSED', 'FAILED') or state_reason <> '')
);
create index internal_mail_queue on correspondence.internal_mail (send_after) where state in ('QUEUED', 'SENDING');
create index internal_mail_by_subject on correspondence.internal_mail (purpose, subject_id, id desc);

create table correspondence.internal_mail_file (
    mail_id    bigint not null references correspondence.internal_mail,
    name       text not null check (name <> ''),
    media_type text not null,
    content    bytea not null,
    primary key (mail_id, name)
);

grant select, insert, update on correspondence.internal_mail to ${app_role};
grant select, insert on correspondence.internal_mail_file to ${app_role};
grant usage on all sequences in schema correspondence to ${app_role};

create schema respondents;

-- Somebody in the company who does not sign in: a sales owner, billing, service. Never changed; whoever has another address is entered anew.
create table respondents.respondent (
    id          bigint generated always as identity primary key,
    name        text not null check (name <> ''),
    email       text not null check (email like '%_@_%'),
    department  text not null default '',
    -- Empty: the language of the entity that asks.
    language    text not null default '',
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);

create table respondents.respondent_removal (
    respondent_id bigint primary key references respondents.respondent,
    actor         text not null check (actor <> ''),
    recorded_at   timestamptz not null default clock_timestamp()
);

-- The domains of a legal entity's own addresses: the latest row of an entity holds.
create table respondents.entity_domains (
    id          bigint generated always as identity primary key,
    entity_id   bigint not null references ledger.entity,
    domains     text[] not null,
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);
create index entity_domains_by_entity on respondents.entity_domains (entity_id, id desc);

-- Who sells to a customer: the latest row of a customer holds, and one without a respondent says that nobody does.
create table respondents.sales_owner (
    id            bigint generated always as identity primary key,
    customer_id   bigint not null references ledger.customer,
    respondent_id bigint references respondents.respondent,
    actor         text not null check (actor <> ''),
    recorded_at   timestamptz not null default clock_timestamp()
);
create index sales_owner_by_customer on respondents.sales_owner (customer_id, id desc);

-- Something that somebody was asked by mail: about one escalation or one dispute, at one address. Never changed.
create table respondents.question (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('ESCALATION', 'DISPUTE')),
    -- The number of the escalation or of the dispute.
    matter_id   bigint not null,
    to_name     text not null check (to_name <> ''),
    to_address  text not null check (to_address <> ''),
    -- Whether the mail carries a link by which one answers without signing in.
    by_link     boolean not null,
    due_on      date not null,
    remind_on   date not null,
    asked_by    text not null check (asked_by <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);
create index question_by_matter on respondents.question (kind, matter_id, id desc);

-- What ended it; from then on its links lead to nothing but the answer.
create table respondents.question_end (
    question_id bigint primary key references respondents.question,
    how         text not null check (how in ('OVER', 'ASKED_ELSEWHERE', 'REVOKED')),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);

create table respondents.question_reminder (
    question_id bigint primary key references respondents.question,
    mail_id     bigint references correspondence.internal_mail,
    recorded_at timestamptz not null default clock_timestamp()
);

-- A link that left in a mail. Only the SHA-256 of its token is kept: whoever reads this table can open none.
create table respondents.answer_link (
    id          bigint generated always as identity primary key,
    question_id bigint not null references respondents.question,
    mail_id     bigint not null references correspondence.internal_mail,
    token_hash  bytea not null unique check (length(token_hash) = 32),
    expires_at  timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index answer_link_by_question on respondents.answer_link (question_id, id);

grant usage on schema respondents to ${app_role};
grant select, insert on all tables in schema respondents to ${app_role};
grant usage on all sequences in schema respondents to ${app_role};
