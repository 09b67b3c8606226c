-- What payers leave of the items that they pay: given up and posted, or deducted and still open.

-- A difference of a payment and an item. The first four kinds have settled their part of the item by an adjustment in the same
-- transaction; a deduction has changed nothing in the ledger. Taking one back is another row.
create table cash.difference (
    id            bigint generated always as identity primary key,
    payment_id    bigint not null references cash.payment,
    item_id       bigint not null references ledger.item,
    kind          text not null
                      check (kind in ('CASH_DISCOUNT', 'BANK_CHARGE', 'SMALL_DIFFERENCE', 'EXCHANGE_DIFFERENCE', 'DEDUCTION')),
    amount_minor  bigint not null check (amount_minor > 0),
    reason        text not null default '',
    business_date date not null,
    actor         text not null,
    recorded_at   timestamptz not null default now(),
    reverses_id   bigint unique references cash.difference
);
create index difference_by_payment on cash.difference (payment_id);
create index difference_by_item on cash.difference (item_id);

-- Differences that stand: neither a taking back nor taken back.
create view cash.difference_view as
select d.id as difference_id, d.payment_id, d.item_id, d.kind, d.amount_minor, d.reason, d.business_date, d.actor, d.recorded_at
from cash.difference d
where d.reverses_id is null
  and not exists (select from cash.difference r where r.reverses_id = d.id);

-- For whoever settles disputes: what payers have kept back, with the reason that is known.
create view cash.deduction_view as
select d.difference_id as deduction_id, d.payment_id, d.item_id, d.amount_minor, d.reason, d.business_date, d.actor, d.recorded_at
from cash.difference_view d
where d.kind = 'DEDUCTION';

-- The differences of the divisions that a verdict proposes; proposal_line has their lines.
create table cash.proposal_difference (
    verdict_id   bigint not null references cash.verdict,
    alternative  int not null,
    item_id      bigint not null,
    kind         text not null
                     check (kind in ('CASH_DISCOUNT', 'BANK_CHARGE', 'SMALL_DIFFERENCE', 'EXCHANGE_DIFFERENCE', 'DEDUCTION')),
    amount_minor bigint not null check (amount_minor > 0),
    reason       text not null default '',
    primary key (verdict_id, alternative, item_id, kind)
);

grant select, insert on cash.difference, cash.proposal_difference to ${app_role};
grant select on cash.difference_view, cash.deduction_view to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
