-- A call that was noted by mistake is taken back with all that it wrote. Nothing of it is deleted: what is taken back is named here, by whom
-- and when, and no longer counts.

create table correspondence.activity_taken_back (
    activity_id   bigint primary key references correspondence.activity,
    actor         text not null check (actor <> ''),
    taken_back_at timestamptz not null
);

-- What still counts as said and done.
create or replace view correspondence.activity_view as
select
    a.id as activity_id, a.customer_id, a.account_ids, a.kind, a.direction, a.business_date, a.at, a.actor, a.outcome,
    a.message_id, a.body, a.contact_id
from correspondence.activity a
where not exists (select from correspondence.activity_taken_back t where t.activity_id = a.id);

grant select, insert on correspondence.activity_taken_back to ${app_role};

-- What one noted call wrote.
create table collections.call_noted (
    activity_id  bigint primary key references correspondence.activity,
    customer_id  bigint not null references ledger.customer,
    account_ids  bigint[] not null check (cardinality(account_ids) > 0),
    deed_id      bigint,
    activity_ids bigint[] not null,
    promise_ids  bigint[] not null,
    snooze_ids   bigint[] not null,
    dispute_ids  bigint[] not null,
    actor        text not null check (actor <> ''),
    noted_at     timestamptz not null
);
create index call_noted_by_actor on collections.call_noted (actor, noted_at desc);
create index call_noted_by_customer on collections.call_noted (customer_id, noted_at desc);

create table collections.call_taken_back (
    activity_id   bigint primary key references collections.call_noted,
    actor         text not null check (actor <> ''),
    taken_back_at timestamptz not null
);

-- Deeds and orders to put an account off that were taken back.
create table collections.deed_taken_back (
    deed_id       bigint primary key,
    actor         text not null check (actor <> ''),
    taken_back_at timestamptz not null default clock_timestamp()
);
create table collections.snooze_taken_back (
    snooze_id     bigint primary key references collections.snooze,
    actor         text not null check (actor <> ''),
    taken_back_at timestamptz not null default clock_timestamp()
);

-- The deed by which a step was taken; none for messages, which have their number, and for what was noted before.
alter table collections.step_taken add column deed_id bigint;
create index step_taken_by_deed on collections.step_taken (deed_id) where deed_id is not null;
create index contact_made_by_deed on collections.contact_made (deed_id);

grant select, insert on collections.call_noted, collections.call_taken_back, collections.deed_taken_back, collections.snooze_taken_back
    to ${app_role};
