-- Strategies are several. Each has a code that stays and versions that are written once; a version goes live by a row of its own.
alter table collections.strategy add column code text not null default 'standard';
alter table collections.strategy alter column code drop default;
alter table collections.strategy add column place int not null default 10000 check (place > 0);
alter table collections.strategy alter column place drop default;
alter table collections.strategy drop constraint strategy_version_key;
alter table collections.strategy add constraint strategy_one_version unique (code, version);

create table collections.strategy_release (
    strategy_id    bigint primary key references collections.strategy,
    effective_from date not null,
    running        text not null check (running in ('MOVE', 'STAY')),
    actor          text not null,
    released_at    timestamptz not null default clock_timestamp()
);
insert into collections.strategy_release (strategy_id, effective_from, running, actor, released_at)
select id, effective_from, 'MOVE', actor, created_at
from collections.strategy;
alter table collections.strategy drop column effective_from;

-- From that day on the strategy is asked no more, until a later version of it goes live.
create table collections.strategy_end (
    strategy_id bigint primary key references collections.strategy_release,
    ends_on     date not null,
    reason      text not null check (reason <> ''),
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);

-- Which version asked for a step; none for what a former system did.
alter table collections.step_taken add column strategy_id bigint references collections.strategy;
alter table collections.dunning add column strategy_id bigint;

-- A run follows many strategies: each decision names its own.
alter table collections.decision add column strategy_id bigint;
alter table collections.decision add column strategy_why text not null default '';
update collections.decision d
set strategy_id = r.strategy_id
from collections.run r
where r.id = d.run_id;
alter table collections.decision alter column strategy_id set not null;
alter table collections.run drop column strategy_id;

grant select, insert on collections.strategy_release, collections.strategy_end to ${app_role};
