-- Visits, meetings and hospitality: what the timeline says of them in words, with what they cost and what came of them.
create table collections.visit (
    activity_id bigint primary key references correspondence.activity,
    customer_id bigint not null references ledger.customer,
    kind        text not null check (kind in ('VISIT', 'MEETING', 'HOSPITALITY')),
    held_on     date not null,
    met         text not null,
    result      text not null check (result in ('AGREED', 'DISPUTES', 'REFUSES', 'TALKED', 'NOBODY_THERE')),
    cost_minor  bigint check (cost_minor > 0),
    currency    char(3),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp(),
    check ((cost_minor is null) = (currency is null))
);
create index visit_by_day on collections.visit (held_on desc, activity_id desc);

grant select, insert on collections.visit to ${app_role};
