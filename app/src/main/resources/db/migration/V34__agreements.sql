-- Repayment in instalments. What was agreed never changes; what became of it are further rows.
create table collections.plan (
    id             bigint generated always as identity primary key,
    account_id     bigint not null references ledger.account,
    currency       char(3) not null,
    -- What was open of the items, and what is added for the time: all of it is in the instalments.
    items_minor    bigint not null check (items_minor > 0),
    interest_minor bigint not null check (interest_minor >= 0),
    fee_minor      bigint not null check (fee_minor >= 0),
    note           text not null default '',
    proposed_on    date not null,
    proposed_by    text not null,
    recorded_at    timestamptz not null default clock_timestamp(),
    unique (id, proposed_by)
);
create index plan_by_account on collections.plan (account_id);

create table collections.plan_item (
    plan_id    bigint not null references collections.plan,
    item_id    bigint not null references ledger.item,
    open_minor bigint not null check (open_minor > 0),
    primary key (plan_id, item_id)
);
create index plan_item_by_item on collections.plan_item (item_id);

create table collections.plan_instalment (
    plan_id      bigint not null references collections.plan,
    number       int not null check (number > 0),
    due_on       date not null,
    amount_minor bigint not null check (amount_minor > 0),
    primary key (plan_id, number)
);

-- Nobody approves their own: the database holds it too.
create table collections.plan_approval (
    plan_id     bigint primary key,
    proposed_by text not null,
    approved_by text not null check (approved_by <> proposed_by),
    approved_on date not null,
    -- The item by which interest and fee are owed; null where there are none.
    charge_item_id bigint references ledger.item,
    recorded_at timestamptz not null default clock_timestamp(),
    foreign key (plan_id, proposed_by) references collections.plan (id, proposed_by)
);

-- An instalment of an approved plan is a promise, and is checked and kept from being chased as one.
create table collections.plan_promise (
    plan_id    bigint not null,
    number     int not null,
    promise_id bigint not null unique references collections.promise,
    primary key (plan_id, number),
    foreign key (plan_id, number) references collections.plan_instalment (plan_id, number)
);

create table collections.plan_end (
    plan_id     bigint primary key references collections.plan,
    outcome     text not null check (outcome in ('FULFILLED', 'BROKEN', 'CANCELLED', 'DECLINED')),
    reason      text not null default '',
    ended_on    date not null,
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    check (outcome = 'FULFILLED' or reason <> '')
);

grant select, insert on collections.plan, collections.plan_item, collections.plan_instalment, collections.plan_approval,
    collections.plan_promise, collections.plan_end to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
