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
    unique (version)
);

create table collections.policy (
    id             bigint generated always as identity primary key,
    version        int not null unique,
    effective_from date not null,
    definition     text not null,
    actor          text not null,
    created_at     timestamptz not null default now()
);

create table collections.run (
    id           bigint generated always as identity primary key,
    as_of        date not null,
    state        text not null default 'RUNNING' check (state in ('RUNNING', 'PUBLISHED', 'ABANDONED')),
    strategy_id  bigint not null references collections.strategy,
    policy_id    bigint not null references collections.policy,
    started_at   timestamptz not null default clock_timestamp(),
    published_at timestamptz,
    accounts     bigint not null default 0,
    actions      bigint not null default 0,
    actor        text not null,
    check ((state = 'PUBLISHED') = (published_at is not null))
);
create unique index run_under_way on collections.run (state) where state = 'RUNNING';

-- The run that everybody sees: one row, changed by one flip.
create table collections.published_run (
    only_one boolean primary key default true check (only_one),
    run_id   bigint not null references collections.run
);

-- Accounts that were decided again while the run was under way: its own snapshot is older than what is known of them.
create table collections.redecided (
    run_id     bigint not null references collections.run,
    account_id bigint not null,
    primary key (run_id, account_id)
);

-- One row for every account with open items. The amounts stand beside each other, one of each per currency.
create table collections.decision (
    run_id          bigint not null,
    bucket          smallint not null,
    account_id      bigint not null,
    customer_id     bigint not null,
    -- A copy that narrows the search for a collector's rows; who may see the account, the account itself says.
    portfolio_id    bigint not null,
    decided_on      date not null,
    outcome         text not null check (outcome in ('ACT', 'WAIT', 'NOTHING')),
    action          text,
    step            text not null default '',
    by_hand_items   int not null default 0,
    automatic_items int not null default 0,
    wait_until      date,
    snoozed_until   date,
    currencies      text[] not null,
    overdue_minor   bigint[] not null,
    stake_minor     bigint[] not null,
    oldest_days     int not null,
    points          int not null,
    point_values    int[] not null,
    point_facts     text[] not null,
    reasons         text[] not null,
    promise_state   text,
    promise_due_on  date,
    contact_action  text,
    contact_on      date,
    primary key (run_id, account_id),
    check ((outcome = 'ACT') = (action is not null)),
    check ((outcome = 'WAIT') = (wait_until is not null)),
    check ((promise_state is null) = (promise_due_on is null))
);
create index decision_by_bucket on collections.decision (run_id, bucket);
create index decision_by_points on collections.decision (run_id, points desc, account_id) where outcome = 'ACT';
-- With all that a day's summary is made of, so that it need not read the rows.
create index decision_by_portfolio on collections.decision (run_id, portfolio_id, points desc, account_id)
    include (by_hand_items, automatic_items, snoozed_until, promise_state, currencies, stake_minor)
    where outcome = 'ACT';
create index decision_by_customer on collections.decision (run_id, customer_id) where automatic_items > 0;

-- What was sent or done about an item, step by step.
create table collections.step_taken (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    item_id     bigint not null references ledger.item,
    step        text not null,
    level       int not null,
    action      text not null,
    taken_on    date not null,
    message_id  bigint,
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index step_taken_by_item on collections.step_taken (item_id);
create index step_taken_by_message on collections.step_taken (message_id) where message_id is not null;

-- Every message that was queued for the account's customer, every call and escalation about the account.
create table collections.contact_made (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    action      text not null,
    made_on     date not null,
    message_id  bigint,
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index contact_made_by_account on collections.contact_made (account_id);
create index contact_made_by_message on collections.contact_made (message_id) where message_id is not null;

-- Messages that never left: what was noted when they were queued has not happened.
create table collections.message_unsent (
    message_id bigint primary key,
    reason     text not null,
    noted_at   timestamptz not null default clock_timestamp()
);

-- Projections of the three above: an item's highest step, and the account's latest contact of each kind.
create table collections.dunning (
    item_id    bigint primary key references ledger.item,
    account_id bigint not null,
    level      int not null,
    action     text not null,
    last_on    date not null
);

create table collections.last_contact (
    account_id bigint not null references ledger.account,
    action     text not null,
    last_on    date not null,
    primary key (account_id, action)
);

-- How late each account has paid of late, and up to which posting that has been worked out.
create table collections.habit (
    account_id bigint primary key references ledger.account,
    items      int not null check (items > 0),
    days_late  int not null
);

create table collections.habit_mark (
    only_one   boolean primary key default true check (only_one),
    read_until timestamptz not null
);

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
create index promise_by_due_date on collections.promise (due_on);

-- The items that a promise is for; none where it is for the account at large.
create table collections.promise_item (
    promise_id bigint not null references collections.promise,
    item_id    bigint not null references ledger.item,
    primary key (promise_id, item_id)
);

create table collections.promise_withdrawal (
    promise_id   bigint primary key references collections.promise,
    reason       text not null check (reason <> ''),
    actor        text not null,
    withdrawn_at timestamptz not null default clock_timestamp()
);

-- The latest holds; one until a day that has come ends the one before it.
create table collections.snooze (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    until       date not null,
    reason      text not null check (reason <> ''),
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index snooze_by_account on collections.snooze (account_id, id desc);
create index snooze_by_day on collections.snooze (until);

-- An order not to contact the customer. The latest that was not lifted holds.
create table collections.contact_block (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references ledger.customer,
    since       date not null,
    until       date check (until >= since),
    reason      text not null check (reason <> ''),
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index contact_block_by_customer on collections.contact_block (customer_id);

create table collections.contact_block_lift (
    contact_block_id bigint primary key references collections.contact_block,
    reason           text not null check (reason <> ''),
    actor            text not null,
    lifted_at        timestamptz not null default clock_timestamp()
);

-- Whether the night sends notices by itself: the latest holds.
create table collections.automatic_sending (
    id          bigint generated always as identity primary key,
    mode        text not null check (mode in ('PROPOSE', 'ON')),
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- Published for the modules below: they read these views and no table.

-- Promises that were not withdrawn. Whether one was kept depends on the day and on what came: ask the service.
create view collections.promise_view as
select
    p.id as promise_id, p.account_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.contact_id, p.note, p.actor,
    p.recorded_at,
    array(select i.item_id from collections.promise_item i where i.promise_id = p.id order by i.item_id) as items
from collections.promise p
where not exists (select from collections.promise_withdrawal w where w.promise_id = p.id);

-- What the published run says of each account.
create view collections.next_action_view as
select
    d.account_id, d.customer_id, d.bucket, d.decided_on, d.outcome, d.action, d.by_hand_items, d.automatic_items, d.wait_until,
    d.snoozed_until, d.currencies, d.overdue_minor, d.stake_minor, d.oldest_days, d.points, d.reasons, d.promise_state,
    d.promise_due_on, d.contact_action, d.contact_on
from collections.published_run p
join collections.decision d on d.run_id = p.run_id;

-- The highest step that each item was sent.
create view collections.dunning_view as
select d.item_id, d.account_id, d.level, d.action, d.last_on
from collections.dunning d;

grant usage on schema collections to ${app_role};
grant select, insert on collections.strategy, collections.policy, collections.step_taken, collections.contact_made,
    collections.message_unsent, collections.promise, collections.promise_item, collections.promise_withdrawal,
    collections.snooze, collections.contact_block, collections.contact_block_lift,
    collections.automatic_sending to ${app_role};
grant select, insert, update on collections.run to ${app_role};
grant select, insert, update, delete on collections.published_run, collections.redecided, collections.decision,
    collections.dunning, collections.last_contact, collections.habit, collections.habit_mark to ${app_role};
grant select on collections.promise_view, collections.next_action_view, collections.dunning_view to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
