-- What the law lets us charge for late payment: reference rates, what was claimed by a notice, and what was given up.

-- Rates as their banks have set them, by the day from which each was in force. A later row of the same day corrects it.
create table collections.reference_rate (
    id          bigint generated always as identity primary key,
    scheme      text not null check (scheme in ('UNITED_KINGDOM', 'EUROPEAN_UNION')),
    from_day    date not null,
    percent     numeric(7, 4) not null check (percent between -10 and 100),
    source      text not null check (source <> ''),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);
create index reference_rate_by_day on collections.reference_rate (scheme, from_day, id desc);

insert into collections.reference_rate (scheme, from_day, percent, source, actor)
select s.scheme, r.from_day, r.percent, s.source, 'shipped'
from (values
    ('UNITED_KINGDOM', date '2020-03-19', 0.10),
    ('UNITED_KINGDOM', date '2021-12-16', 0.25),
    ('UNITED_KINGDOM', date '2022-02-03', 0.50),
    ('UNITED_KINGDOM', date '2022-03-17', 0.75),
    ('UNITED_KINGDOM', date '2022-05-05', 1.00),
    ('UNITED_KINGDOM', date '2022-06-16', 1.25),
    ('UNITED_KINGDOM', date '2022-08-04', 1.75),
    ('UNITED_KINGDOM', date '2022-09-22', 2.25),
    ('UNITED_KINGDOM', date '2022-11-03', 3.00),
    ('UNITED_KINGDOM', date '2022-12-15', 3.50),
    ('UNITED_KINGDOM', date '2023-02-02', 4.00),
    ('UNITED_KINGDOM', date '2023-03-23', 4.25),
    ('UNITED_KINGDOM', date '2023-05-11', 4.50),
    ('UNITED_KINGDOM', date '2023-06-22', 5.00),
    ('UNITED_KINGDOM', date '2023-08-03', 5.25),
    ('UNITED_KINGDOM', date '2024-08-01', 5.00),
    ('UNITED_KINGDOM', date '2024-11-07', 4.75),
    ('UNITED_KINGDOM', date '2025-02-06', 4.50),
    ('UNITED_KINGDOM', date '2025-05-08', 4.25),
    ('UNITED_KINGDOM', date '2025-08-07', 4.00),
    ('UNITED_KINGDOM', date '2025-12-18', 3.75),
    ('EUROPEAN_UNION', date '2016-03-16', 0.00),
    ('EUROPEAN_UNION', date '2022-07-27', 0.50),
    ('EUROPEAN_UNION', date '2022-09-14', 1.25),
    ('EUROPEAN_UNION', date '2022-11-02', 2.00),
    ('EUROPEAN_UNION', date '2022-12-21', 2.50),
    ('EUROPEAN_UNION', date '2023-02-08', 3.00),
    ('EUROPEAN_UNION', date '2023-03-22', 3.50),
    ('EUROPEAN_UNION', date '2023-05-10', 3.75),
    ('EUROPEAN_UNION', date '2023-06-21', 4.00),
    ('EUROPEAN_UNION', date '2023-08-02', 4.25),
    ('EUROPEAN_UNION', date '2023-09-20', 4.50),
    ('EUROPEAN_UNION', date '2024-06-12', 4.25),
    ('EUROPEAN_UNION', date '2024-09-18', 3.65),
    ('EUROPEAN_UNION', date '2024-10-23', 3.40),
    ('EUROPEAN_UNION', date '2024-12-18', 3.15),
    ('EUROPEAN_UNION', date '2025-02-05', 2.90),
    ('EUROPEAN_UNION', date '2025-03-12', 2.65),
    ('EUROPEAN_UNION', date '2025-04-23', 2.40),
    ('EUROPEAN_UNION', date '2025-06-11', 2.15)
) r (scheme, from_day, percent)
join (values
    ('UNITED_KINGDOM', 'Bank of England, Bank Rate'),
    ('EUROPEAN_UNION', 'European Central Bank, main refinancing operations')
) s (scheme, source) on s.scheme = r.scheme
order by r.scheme, r.from_day;

-- A notice of interest and compensation, as it was claimed on a day. Nothing of it is posted.
create table collections.interest_claim (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    scheme      text not null check (scheme in ('UNITED_KINGDOM', 'EUROPEAN_UNION')),
    currency    char(3) not null,
    -- The last day that bears interest in it, and the day of the notice.
    as_of       date not null,
    pay_by      date not null check (pay_by > as_of),
    -- The message by which it left; null for a notice on paper.
    message_id  bigint,
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);
create index interest_claim_by_account on collections.interest_claim (account_id, id desc);

create table collections.interest_claim_item (
    claim_id                  bigint not null references collections.interest_claim,
    number                    int not null check (number > 0),
    item_id                   bigint not null references ledger.item,
    document                  text not null,
    due_date                  date not null,
    open_minor                bigint not null check (open_minor > 0),
    interest_minor            bigint not null check (interest_minor >= 0),
    compensation_minor        bigint not null check (compensation_minor >= 0),
    waived_interest_minor     bigint not null check (waived_interest_minor >= 0),
    waived_compensation_minor bigint not null check (waived_compensation_minor >= 0),
    primary key (claim_id, number),
    unique (claim_id, item_id)
);

create table collections.interest_claim_period (
    claim_id        bigint not null,
    item_number     int not null,
    number          int not null check (number > 0),
    from_day        date not null,
    to_day          date not null check (to_day >= from_day),
    principal_minor bigint not null check (principal_minor > 0),
    percent         numeric(7, 4) not null,
    primary key (claim_id, item_number, number),
    foreign key (claim_id, item_number) references collections.interest_claim_item (claim_id, number)
);

-- What was given up: alone, within somebody's discretion, or once somebody else has approved it.
create table collections.interest_waiver (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    currency    char(3) not null,
    reason      text not null check (reason <> ''),
    is_alone    boolean not null,
    asked_on    date not null,
    asked_by    text not null check (asked_by <> ''),
    recorded_at timestamptz not null default clock_timestamp(),
    unique (id, asked_by)
);
create index interest_waiver_by_account on collections.interest_waiver (account_id, id desc);

create table collections.interest_waiver_item (
    waiver_id          bigint not null references collections.interest_waiver,
    item_id            bigint not null references ledger.item,
    document           text not null,
    interest_minor     bigint not null check (interest_minor >= 0),
    compensation_minor bigint not null check (compensation_minor >= 0),
    primary key (waiver_id, item_id),
    check (interest_minor + compensation_minor > 0)
);
create index interest_waiver_item_by_item on collections.interest_waiver_item (item_id);

-- Nobody decides about their own: the database holds it too.
create table collections.interest_waiver_decision (
    waiver_id   bigint primary key,
    asked_by    text not null,
    decision    text not null check (decision in ('APPROVED', 'REFUSED')),
    words       text not null default '',
    decided_on  date not null,
    decided_by  text not null check (decided_by <> asked_by),
    recorded_at timestamptz not null default clock_timestamp(),
    foreign key (waiver_id, asked_by) references collections.interest_waiver (id, asked_by),
    check (decision = 'APPROVED' or words <> '')
);

grant select, insert on collections.reference_rate, collections.interest_claim, collections.interest_claim_item,
    collections.interest_claim_period, collections.interest_waiver, collections.interest_waiver_item,
    collections.interest_waiver_decision to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
