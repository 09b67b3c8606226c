-- A bank takes back a part of a payment too, and another part later; and a file of ACH returns tells of them before the statement does.

-- All that came back of a payment is no more than it was: the transaction that settles a return sees to it, under the payment's lock.
alter table cash.bank_return drop constraint bank_return_payment_id_key;
create index bank_return_by_payment on cash.bank_return (payment_id);

-- What of a payment has not come back.
create view cash.not_returned_view as
select
    p.id as payment_id,
    p.amount_minor + coalesce(
        (select sum(r.amount_minor)::bigint
         from cash.bank_return b
         join cash.payment r on r.id = b.return_id
         where b.payment_id = p.id), 0) as left_minor
from cash.payment p
where p.kind = 'PAYMENT' and p.amount_minor > 0;

-- An entry of a file of ACH returns: what came back and why, or what is to be changed about a payer's account.
alter table cash.statement
    drop constraint statement_kind_check,
    add constraint statement_kind_check check (kind in ('STATEMENT', 'INTRADAY', 'NOTIFICATION', 'BY_HAND', 'ACH_RETURNS'));

create table cash.ach_entry (
    id             bigint generated always as identity primary key,
    upload_id      bigint not null,
    entry_key      text not null unique,
    kind           text not null check (kind in ('RETURN', 'CHANGE')),
    code           text not null,
    amount_minor   bigint not null check (amount_minor >= 0),
    name           text not null,
    individual_id  text not null,
    trace          text not null,
    original_trace text not null,
    corrected      text not null default '',
    effective_on   date not null,
    recorded_at    timestamptz not null default now()
);

-- The line that an entry became, or which the statement had brought before it.
create table cash.ach_join (
    entry_id  bigint primary key references cash.ach_entry,
    return_id bigint not null unique references cash.bank_return,
    joined_at timestamptz not null default now()
);

-- A line of the statement that an ACH file had told of before: the money went back once.
create table cash.return_report (
    line_id   bigint primary key references cash.payment,
    return_id bigint not null unique references cash.bank_return,
    actor     text not null,
    joined_at timestamptz not null default now()
);

grant select on cash.not_returned_view to ${app_role};
grant select, insert on cash.ach_entry, cash.ach_join, cash.return_report to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
