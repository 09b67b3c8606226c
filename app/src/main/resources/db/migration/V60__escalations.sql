-- Accounts that were taken to somebody who has to answer: who asked for what and why, who answered, and what is in force.

-- What was asked for; it never changes. A person here has a login, whoever is outside a name alone.
create table collections.escalation (
    id           bigint generated always as identity primary key,
    account_id   bigint not null references ledger.account,
    path         text not null check (path in (
        'MANAGER', 'SALES_OWNER', 'BUSINESS', 'SERVICE_SUSPENSION', 'CREDIT_HOLD', 'OUTSIDE_AGENCY', 'LEGAL')),
    reason       text not null check (reason <> ''),
    owner_login  text,
    owner_name   text not null check (owner_name <> ''),
    owner_email  text not null default '',
    asked_by     text not null check (asked_by <> ''),
    asked_on     date not null,
    -- The last day on which an answer is in time, by the service level of the day of asking.
    due_on       date not null check (due_on >= asked_on),
    working_days int not null check (working_days > 0),
    recorded_at  timestamptz not null default clock_timestamp(),
    unique (id, asked_by)
);
create index escalation_by_account on collections.escalation (account_id, id desc);

-- What became of it. Nobody approves or refuses their own: the database holds it too.
create table collections.escalation_event (
    id            bigint generated always as identity primary key,
    escalation_id bigint not null,
    asked_by      text not null,
    deed          text not null check (deed in ('ANSWER', 'APPROVE', 'REFUSE', 'HAND_OVER', 'WITHDRAW', 'LIFT')),
    -- Who said it; the actor may have heard it from somebody outside.
    said_by       text not null check (said_by <> ''),
    words         text not null check (words <> ''),
    owner_login   text,
    owner_name    text,
    owner_email   text not null default '',
    done_on       date not null,
    actor         text not null check (actor <> ''),
    recorded_at   timestamptz not null default clock_timestamp(),
    foreign key (escalation_id, asked_by) references collections.escalation (id, asked_by),
    check (deed not in ('APPROVE', 'REFUSE') or actor <> asked_by),
    check ((deed = 'HAND_OVER') = (owner_name is not null))
);
create index escalation_event_by_escalation on collections.escalation_event (escalation_id, id);
create unique index escalation_event_decides_once on collections.escalation_event (escalation_id)
    where deed in ('ANSWER', 'APPROVE', 'REFUSE', 'WITHDRAW');
create unique index escalation_event_lifts_once on collections.escalation_event (escalation_id) where deed = 'LIFT';

-- Projection of the two above: where each stands now.
create table collections.escalation_now (
    escalation_id bigint primary key references collections.escalation,
    account_id    bigint not null,
    path          text not null,
    state         text not null check (state in ('OPEN', 'ANSWERED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LIFTED')),
    is_open       boolean not null generated always as (state = 'OPEN') stored,
    owner_login   text,
    owner_name    text not null,
    owner_email   text not null default '',
    asked_by      text not null,
    asked_on      date not null,
    due_on        date not null,
    answered_on   date,
    check ((state = 'OPEN') = (answered_on is null))
);
-- An account waits for one answer on a path, and what is in force is not asked for again.
create unique index escalation_now_one_on_a_path on collections.escalation_now (account_id, path) where state in ('OPEN', 'APPROVED');
-- The list: open ones first, the first to be answered first.
create index escalation_now_by_due_day on collections.escalation_now (is_open desc, due_on, escalation_id);
create index escalation_now_by_account on collections.escalation_now (account_id);

-- Within how many working days each path is to be answered: the latest of a path holds.
create table collections.escalation_level (
    id           bigint generated always as identity primary key,
    path         text not null,
    working_days int not null check (working_days between 1 and 60),
    actor        text not null check (actor <> ''),
    recorded_at  timestamptz not null default clock_timestamp()
);
create index escalation_level_by_path on collections.escalation_level (path, id desc);

grant select, insert on collections.escalation, collections.escalation_event, collections.escalation_level to ${app_role};
grant select, insert, update on collections.escalation_now to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
