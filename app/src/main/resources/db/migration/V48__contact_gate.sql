-- The contact gate: at whose word a message leaves, what was refused or put off and by which rule, what was dialled, and the company's
-- own rules by version.

alter table correspondence.message add column origin text not null default 'BY_HAND' check (origin in ('BY_HAND', 'AUTOMATIC'));
alter table correspondence.message alter column origin drop default;

-- Whatever a gate has refused, or put off until a moment. The same message can be put off more than once.
create table correspondence.refusal (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references ledger.customer,
    channel     text not null check (channel in ('CALL', 'MESSAGE')),
    message_id  bigint references correspondence.message,
    -- What it was: the subject of the message, or who was to be called.
    what        text not null check (what <> ''),
    rule        text not null check (rule <> ''),
    reason      text not null check (reason <> ''),
    -- When it is asked again; none for a no.
    until       timestamptz,
    actor       text not null check (actor <> ''),
    at          timestamptz not null,
    check ((channel = 'MESSAGE') = (message_id is not null))
);
create index refusal_by_customer on correspondence.refusal (customer_id, id desc);
create index refusal_by_rule on correspondence.refusal (rule, id desc);
create index refusal_by_message on correspondence.refusal (message_id, id desc) where message_id is not null;

-- Published for the modules below: they read these views and no table.

create view correspondence.refusal_view as
select r.id as refusal_id, r.customer_id, r.channel, r.message_id, r.what, r.rule, r.reason, r.until, r.actor, r.at
from correspondence.refusal r;

create view correspondence.activity_view as
select
    a.id as activity_id, a.customer_id, a.account_id, a.kind, a.direction, a.business_date, a.at, a.actor, a.outcome,
    a.message_id
from correspondence.activity a;

create view correspondence.message_view as
select m.id as message_id, m.customer_id, m.template, m.origin, m.state, m.sending_since, m.sent_at
from correspondence.message m;

-- When and how often customers may be contacted: versions, each valid from a day, none ever changed.
create table collections.contact_policy (
    id          bigint generated always as identity primary key,
    version     int not null unique check (version > 0),
    valid_from  date not null,
    definition  text not null,
    reason      text not null check (reason <> ''),
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- Every number that somebody wanted to dial, with the gate's answer.
create table collections.dialling (
    id             bigint generated always as identity primary key,
    customer_id    bigint not null references ledger.customer,
    -- Not a reference: what was dialled outlives the contact.
    contact_id     bigint not null,
    contact_name   text not null,
    number         text not null check (number <> ''),
    answer         text not null check (answer in ('GO', 'LATER', 'REFUSED')),
    rule           text not null default '',
    reason         text not null default '',
    until          timestamptz,
    -- Rules that a person has set aside for this call, and why.
    waived         text[] not null default '{}',
    waiver_reason  text not null default '',
    actor          text not null,
    business_date  date not null,
    at             timestamptz not null,
    check ((answer = 'GO') = (rule = '')),
    check ((answer = 'LATER') = (until is not null)),
    check ((waived = '{}') = (waiver_reason = ''))
);
create index dialling_by_customer on collections.dialling (customer_id, id desc);

grant select, insert on correspondence.refusal to ${app_role};
grant select on correspondence.refusal_view, correspondence.activity_view, correspondence.message_view to ${app_role};
grant usage on all sequences in schema correspondence to ${app_role};
grant select, insert on collections.contact_policy, collections.dialling to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
