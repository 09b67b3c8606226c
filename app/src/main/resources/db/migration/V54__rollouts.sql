-- To which share of customers a version is rolled out. The latest row that has come holds.
create table collections.strategy_share (
    id          bigint generated always as identity primary key,
    strategy_id bigint not null references collections.strategy_release,
    percent     smallint not null check (percent between 0 and 100),
    from_day    date not null,
    reason      text not null default '',
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index strategy_share_by_strategy on collections.strategy_share (strategy_id, id);
insert into collections.strategy_share (strategy_id, percent, from_day, actor, recorded_at)
select strategy_id, 100, effective_from, actor, released_at
from collections.strategy_release;

-- Which version an account was held out of.
alter table collections.decision add column held_out_of bigint;

-- The accounts of a roll-out, each as it was when it was first decided about under it. Written once: later days change nothing.
create table collections.rollout_account (
    strategy_id   bigint not null references collections.strategy_release,
    account_id    bigint not null references ledger.account,
    held_out      boolean not null,
    entered_on    date not null,
    currencies    text[] not null,
    overdue_minor bigint[] not null,
    primary key (strategy_id, account_id)
);

grant select, insert on collections.strategy_share, collections.rollout_account to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
