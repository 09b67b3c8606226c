-- Which accounts fall into which portfolio, by version: the latest holds, and none is ever changed. A version without rules has none.
create table ledger.portfolio_rule_version (
    version     int primary key check (version > 0),
    reason      text not null check (reason <> ''),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);

-- The rules of a version in their order: the first that fits an account wins. An empty condition asks for nothing.
create table ledger.portfolio_rule (
    version          int not null references ledger.portfolio_rule_version,
    place            int not null check (place > 0),
    portfolio_id     bigint not null references identity.portfolio,
    entities         text[] not null default '{}',
    countries        text[] not null default '{}',
    segments         text[] not null default '{}',
    name_from        text not null default '',
    name_to          text not null default '',
    -- In which the amounts are; what is open in another does not count.
    currency         char(3),
    open_from_minor  bigint,
    open_below_minor bigint,
    primary key (version, place),
    check ((currency is null) = (open_from_minor is null and open_below_minor is null)),
    check (open_from_minor < open_below_minor)
);

-- One deed by which accounts went to other portfolios.
create table ledger.portfolio_move (
    id           bigint generated always as identity primary key,
    how          text not null check (how in ('BEFORE', 'NEW', 'RULES', 'HAND')),
    rule_version int references ledger.portfolio_rule_version,
    reason       text not null check (reason <> ''),
    actor        text not null check (actor <> ''),
    recorded_at  timestamptz not null default clock_timestamp(),
    check ((how in ('NEW', 'RULES')) = (rule_version is not null))
);

-- The accounts of a move. The last one of an account says whether it lies where it lies by hand.
create table ledger.account_move (
    account_id bigint not null references ledger.account,
    move_id    bigint not null references ledger.portfolio_move,
    -- Null where it is not known.
    from_id    bigint references identity.portfolio,
    to_id      bigint not null references identity.portfolio,
    rule_place int check (rule_place > 0),
    by_hand    boolean not null,
    primary key (account_id, move_id),
    check (from_id <> to_id),
    check (by_hand = (rule_place is null))
);
create index account_move_by_move on ledger.account_move (move_id);

-- Whatever lies outside the first portfolio was put there by somebody, and stays until somebody says otherwise.
with put as (
    insert into ledger.portfolio_move (how, reason, actor)
    select 'BEFORE', 'It lay there when moves began to be kept', 'migration'
    where exists (select from ledger.account a where a.portfolio_id <> (select min(p.id) from identity.portfolio p))
    returning id
)
insert into ledger.account_move (account_id, move_id, to_id, by_hand)
select a.id, put.id, a.portfolio_id, true
from ledger.account a
cross join put
where a.portfolio_id <> (select min(p.id) from identity.portfolio p);

-- What others may know of a move.
create view ledger.account_move_view as
select m.move_id, m.account_id, m.to_id as portfolio_id
from ledger.account_move m;

grant select, insert on
    ledger.portfolio_rule_version, ledger.portfolio_rule, ledger.portfolio_move, ledger.account_move to ${app_role};
grant select on ledger.account_move_view to ${app_role};
grant usage on all sequences in schema ledger to ${app_role};
