-- Samples of calls for quality checks: drawn once for a person, a month and whoever checks, and fixed from then on.
create table collections.call_sample (
    id          bigint generated always as identity primary key,
    person      text not null,
    month       date not null check (extract(day from month) = 1),
    number      int not null check (number > 0),
    answered    int not null check (answered >= 0),
    drawn_on    date not null,
    actor       text not null check (actor <> person),
    recorded_at timestamptz not null default clock_timestamp(),
    unique (person, actor, month, number)
);

create table collections.call_sample_call (
    sample_id   bigint not null references collections.call_sample,
    activity_id bigint not null,
    place       int not null check (place > 0),
    primary key (sample_id, place),
    unique (sample_id, activity_id)
);
create index call_sample_call_by_activity on collections.call_sample_call (activity_id);

grant select, insert on collections.call_sample, collections.call_sample_call to ${app_role};
