-- What one sum of a card processor, or of a direct debit collection, is made of: the report, its lines, and the bank's line that it explains.

create table cash.settlement_report (
    id               bigint generated always as identity primary key,
    upload_id        bigint not null,
    -- The whole content: the same report in another file is the same report.
    content_key      text not null unique,
    format           text not null,
    processor        text not null,
    reference        text not null,
    account          text not null,
    payout_date      date,
    currency         char(3) not null,
    net_minor        bigint not null,
    -- By how much its lines miss what was paid out; where it is not zero the report is held.
    difference_minor bigint not null,
    actor            text not null,
    recorded_at      timestamptz not null default now()
);
create index settlement_report_by_net on cash.settlement_report (net_minor);
create index settlement_report_by_upload on cash.settlement_report (upload_id);

-- No text of it holds a card number: core.cash.SettlementReport masks what looks like one.
create table cash.settlement_line (
    report_id   bigint not null references cash.settlement_report,
    line        int not null,
    kind        text not null check (kind in ('PAYMENT', 'REFUND', 'CHARGEBACK', 'FEE', 'OTHER')),
    transaction text not null,
    document    text not null,
    customer    text not null,
    payer_name  text not null,
    body        text not null,
    day         date,
    gross_minor bigint not null,
    -- What the processor keeps of the line; negative where it gives a fee back.
    fee_minor   bigint not null,
    reason      text not null,
    primary key (report_id, line),
    check (kind <> 'PAYMENT' or gross_minor > 0),
    check (kind not in ('REFUND', 'CHARGEBACK') or gross_minor < 0)
);
create index settlement_line_by_transaction on cash.settlement_line (transaction) where transaction <> '';

-- A line that a later file says was not collected: it is not in the sum.
create table cash.settlement_rejection (
    report_id   bigint not null,
    line        int not null,
    upload_id   bigint not null,
    code        text not null,
    recorded_at timestamptz not null default now(),
    primary key (report_id, line),
    foreign key (report_id, line) references cash.settlement_line
);

-- The bank's line that a report explains, and the statement in which the payments behind it stand.
create table cash.settlement_join (
    report_id    bigint primary key references cash.settlement_report,
    payment_id   bigint not null unique references cash.payment,
    statement_id bigint not null unique references cash.statement,
    reason       text not null check (reason in ('REFERENCE', 'PROCESSOR', 'AMOUNT', 'BY_HAND')),
    actor        text not null,
    joined_at    timestamptz not null default now()
);

-- The payment, or the return, that a line of a report has become.
create table cash.settlement_part (
    payment_id bigint primary key references cash.payment,
    report_id  bigint not null references cash.settlement_join,
    line       int not null,
    unique (report_id, line),
    foreign key (report_id, line) references cash.settlement_line
);

alter table cash.statement
    drop constraint statement_kind_check,
    add constraint statement_kind_check
        check (kind in ('STATEMENT', 'INTRADAY', 'NOTIFICATION', 'BY_HAND', 'ACH_RETURNS', 'SETTLEMENT'));

-- What comes to the bank for a report: what it says to be paid out, less what was not collected.
create view cash.settlement_view as
select
    r.id as report_id, r.upload_id, r.currency, r.difference_minor,
    r.net_minor - coalesce(
        (select sum(l.gross_minor - l.fee_minor)::bigint
         from cash.settlement_rejection x
         join cash.settlement_line l on l.report_id = x.report_id and l.line = x.line
         where x.report_id = r.id), 0) as expected_minor,
    j.payment_id, j.statement_id
from cash.settlement_report r
left join cash.settlement_join j on j.report_id = r.id;

-- Where the money of every received payment stands, sums included: a bank's line that a report explains is for the payments behind it, so
-- that nothing of it waits and nobody applies it a second time.
create view cash.received_view as
select
    m.payment_id, m.amount_minor,
    case when j.payment_id is null then m.identified_minor else m.amount_minor end as identified_minor,
    m.on_account_minor, m.refunded_minor,
    case when j.payment_id is null then m.applied_minor else m.amount_minor end as applied_minor,
    case when j.payment_id is null then m.unidentified_minor else 0 end as unidentified_minor
from cash.money_view m
left join cash.settlement_join j on j.payment_id = m.payment_id;

-- What of a payment has not come back. The sum of a report does not come back: the payments behind it do.
create or replace view cash.not_returned_view as
select
    p.id as payment_id,
    p.amount_minor + coalesce(
        (select sum(r.amount_minor)::bigint
         from cash.bank_return b
         join cash.payment r on r.id = b.return_id
         where b.payment_id = p.id), 0) as left_minor
from cash.payment p
where p.kind = 'PAYMENT'
  and p.amount_minor > 0
  and not exists (select from cash.settlement_join j where j.payment_id = p.id);

-- cash.money_at with the sums: the bank's lines and the payments behind reports are two books, and do not add up to anything together. What
-- a report settles of its line is what the report itself tells, and not the amount of the line.
create function cash.received_at(as_of date)
    returns table (
        payment_id bigint, bank_account_id bigint, kind text, currency char(3), received_minor bigint, applied_minor bigint,
        on_account_minor bigint, refunded_minor bigint, corrected_minor bigint, unidentified_minor bigint, settled_minor bigint)
    language sql stable
as $$
    select m.payment_id, m.bank_account_id, case when s.kind = 'SETTLEMENT' then 'BEHIND_A_SUM' else m.kind end, m.currency,
           m.received_minor, m.applied_minor, m.on_account_minor, m.refunded_minor, m.corrected_minor,
           (m.unidentified_minor - coalesce(v.expected_minor, 0))::bigint, coalesce(v.expected_minor, 0)::bigint
    from cash.money_at(as_of) m
    join cash.payment p on p.id = m.payment_id
    join cash.statement s on s.id = p.statement_id
    left join cash.settlement_view v on v.payment_id = m.payment_id
$$;

grant select, insert on cash.settlement_report, cash.settlement_line, cash.settlement_rejection, cash.settlement_join, cash.settlement_part
    to ${app_role};
grant select on cash.settlement_view, cash.received_view to ${app_role};
grant execute on function cash.received_at(date) to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
