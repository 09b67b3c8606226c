-- Who is away, and who looks after their portfolios meanwhile.
create table identity.absence (
    id          bigint generated always as identity primary key,
    person_id   bigint not null references identity.person,
    cover_id    bigint not null references identity.person check (cover_id <> person_id),
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    reason      text not null default '',
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index absence_by_cover on identity.absence (cover_id);

-- That somebody came back earlier: the last day of the absence, before its first where it never began.
create table identity.absence_end (
    absence_id  bigint primary key references identity.absence,
    last_day    date not null,
    actor       text not null,
    recorded_at timestamptz not null default clock_timestamp()
);

grant select, insert on identity.absence, identity.absence_end to ${app_role};
grant usage on all sequences in schema identity to ${app_role};
