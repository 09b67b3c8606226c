-- Who works here, in which roles, and whose accounts they may see.
create schema identity;

create table identity.person (
    id              bigint generated always as identity primary key,
    login           text not null check (login = lower(login) and login <> ''),
    name            text not null check (name <> ''),
    email           text not null default '',
    password_hash   text not null,
    password_set_at timestamptz not null default now(),
    -- Who gave the password, until the person has chosen their own: with a given one they can do nothing but choose.
    password_given_by text,
    failed_attempts int not null default 0,
    locked_until    timestamptz,
    disabled_at     timestamptz,
    created_at      timestamptz not null default now(),
    unique (login)
);

create table identity.person_role (
    person_id bigint not null references identity.person,
    role      text not null check (role in ('COLLECTOR', 'TEAM_LEAD', 'CASH', 'MANAGER', 'AUDITOR', 'ADMINISTRATOR')),
    primary key (person_id, role)
);

-- A portfolio is the set of accounts that one collector owns; an account is in exactly one.
create table identity.portfolio (
    id       bigint generated always as identity primary key,
    name     text not null unique,
    owner_id bigint references identity.person
);

create table identity.portfolio_member (
    portfolio_id bigint not null references identity.portfolio,
    person_id    bigint not null references identity.person,
    primary key (portfolio_id, person_id)
);

insert into identity.portfolio (name) values ('Unassigned');

-- Published for the modules below.
create view identity.portfolio_view as
select f.id as portfolio_id, f.name as portfolio_name, p.id as collector_id, p.name as collector_name
from identity.portfolio f
left join identity.person p on p.id = f.owner_id;

grant usage on schema identity to ${app_role};
grant select, insert, update, delete on all tables in schema identity to ${app_role};
