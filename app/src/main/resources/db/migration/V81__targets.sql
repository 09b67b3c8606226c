-- What a person or a portfolio is to reach in a month: the latest row of a measure holds, and none is ever changed.
create table collections.target (
    id           bigint generated always as identity primary key,
    month        date not null check (month = date_trunc('month', month)::date),
    person_id    bigint references identity.person,
    portfolio_id bigint references identity.portfolio,
    measure      text not null check (measure in ('CASH_COLLECTED', 'OVERDUE_AT_END', 'PROMISES_KEPT', 'CONTACTS')),
    -- Of an amount; none of a count.
    currency     char(3),
    -- In minor units or as a count; null where the target was taken back.
    goal         bigint check (goal >= 0),
    actor        text not null check (actor <> ''),
    recorded_at  timestamptz not null default clock_timestamp(),
    check ((person_id is null) <> (portfolio_id is null)),
    check ((currency is not null) = (measure in ('CASH_COLLECTED', 'OVERDUE_AT_END')))
);
create index target_by_month on collections.target (month, id);
-- What somebody has done in a month.
create index contact_made_by_day on collections.contact_made (made_on);

grant select, insert on collections.target to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
