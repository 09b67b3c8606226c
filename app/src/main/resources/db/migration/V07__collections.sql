-- What to do next, and what was promised.
create schema collections;

-- Policies are versions: a change is another row.
create table collections.strategy (
    id             bigint generated always as identity primary key,
    name           text not null,
    version        int not null,
    effective_from date not null,
    definition     text not null,
    actor          text not null,
    created_at     timestamptz not null default now(),
    unique (name, version)
);

create table collections.run (
    id           bigint generated always as identity primary key,
    as_of        date not null,
    started_at   timestamptz not null default clock_timestamp(),
    published_at timestamptz,
    accounts     bigint not null default 0,
    actions      bigint not null default 0,
    actor        text not null
);

-- The run that everybody sees: one row, changed by one flip.
create table collections.published_run (
    only_one boolean primary key default true check (only_one),
    run_id   bigint not null references collections.run
);

create table collections.decision (
    run_id        bigint not null references collections.run,
    bucket        smallint not null,
    account_id    bigint not null,
    action        text not null,
    step          text not null default '',
    currency      char(3) not null,
    amount_minor  bigint not null,
    overdue_minor bigint not null,
    oldest_days   int not null,
    points        int not null,
    wait_until    date,
    reasons       text not null,
    primary key (run_id, account_id)
);
create index decision_by_points on collections.decision (run_id, points desc, account_id);
create index decision_by_bucket on collections.decision (run_id, bucket);

-- What was sent or done about an item, step by step: its dunning level.
create table collections.step_taken (
    id         bigint generated always as identity primary key,
    account_id bigint not null,
    item_id    bigint not null,
    step       text not null,
    taken_on   date not null,
    message_id bigint,
    actor      text not null
);
create index step_taken_by_account on collections.step_taken (account_id);

create table collections.promise (
    id           bigint generated always as identity primary key,
    account_id   bigint not null references ledger.account,
    currency     char(3) not null,
    amount_minor bigint not null check (amount_minor > 0),
    made_on      date not null,
    due_on       date not null,
    contact_id   bigint,
    note         text not null default '',
    actor        text not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    check (due_on >= made_on)
);
create index promise_by_account on collections.promise (account_id);

create table collections.promise_withdrawal (
    promise_id   bigint primary key references collections.promise,
    reason       text not null,
    actor        text not null,
    withdrawn_at timestamptz not null default clock_timestamp()
);

create table collections.snooze (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    until       date not null,
    reason      text not null check (reason <> ''),
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index snooze_by_account on collections.snooze (account_id);

grant usage on schema collections to ${app_role};
grant select, insert on collections.strategy, collections.step_taken, collections.promise, collections.promise_withdrawal,
    collections.snooze to ${app_role};
grant select, insert, update on collections.run to ${app_role};
grant select, insert, update, delete on collections.published_run, collections.decision to ${app_role};
