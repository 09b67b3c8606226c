-- How far each level goes towards a customer who does not pay, by version: the latest holds, and none is ever changed.
create table collections.authority_version (
    version     int primary key check (version > 0),
    -- In which all amounts of the version are; what is in others is held against them by the yardstick.
    currency    char(3) not null,
    reason      text not null check (reason <> ''),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);

create table collections.authority_limit (
    version         int not null references collections.authority_version,
    level           text not null check (level in ('COLLECTOR', 'TEAM_LEAD', 'MANAGER')),
    alone_minor     bigint not null check (alone_minor >= 0),
    -- What it approves when another gives up, and of repayment plans; null for any amount.
    approving_minor bigint check (approving_minor >= 0),
    plans_minor     bigint check (plans_minor >= 0),
    plan_days       int not null check (plan_days between 0 and 730),
    primary key (version, level)
);

grant select, insert on collections.authority_version, collections.authority_limit to ${app_role};
