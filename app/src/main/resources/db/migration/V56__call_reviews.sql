-- What was said, for whoever checks how it was said.
create or replace view correspondence.activity_view as
select
    a.id as activity_id, a.customer_id, a.account_id, a.kind, a.direction, a.business_date, a.at, a.actor, a.outcome,
    a.message_id, a.body
from correspondence.activity a;

-- A call that was checked: an answer to each question of the sheet, and a note to whoever made it.
create table collections.call_review (
    id          bigint generated always as identity primary key,
    activity_id bigint not null unique,
    person      text not null,
    questions   text[] not null,
    answers     text[] not null check (cardinality(answers) = cardinality(questions)),
    note        text not null default '',
    actor       text not null check (actor <> person),
    recorded_at timestamptz not null default clock_timestamp()
);
create index call_review_by_person on collections.call_review (person, id desc);

grant select, insert on collections.call_review to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
