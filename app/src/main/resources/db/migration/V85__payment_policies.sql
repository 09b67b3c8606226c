-- The payment policies of customers to which we hold back, by account: the latest row holds until its last day, and none is ever changed.
create table collections.payment_policy (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    -- Null where the account pays by its terms again from this row on.
    grace_days  int check (grace_days between 0 and 90),
    -- ISO: 1 is Monday. Empty for any day; of the two at most one is filled.
    weekdays    int[] not null default '{}' check (weekdays <@ '{1,2,3,4,5,6,7}'),
    month_days  int[] not null default '{}',
    until       date,
    reason      text not null check (reason <> ''),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp(),
    check ((grace_days is null) = (until is null)),
    check (weekdays = '{}' or month_days = '{}')
);
create index payment_policy_by_account on collections.payment_policy (account_id, id desc);

grant select, insert on collections.payment_policy to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
