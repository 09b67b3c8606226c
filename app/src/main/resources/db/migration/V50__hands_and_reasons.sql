-- Who had a hand in the money that a request is about, and why payers have kept something back.

-- Whoever has applied, divided or accepted a payment decides about no request for its money. A refund or a transfer is about the payments
-- that its credit came from, a write-off about those that stand applied to its item; money accepted by hand and the bank's line of it are
-- one payment.
create view cash.request_hand_view as
select distinct r.id as request_id, h.actor
from cash.request r
cross join lateral (
    select i.payment_id
    from cash.identification i
    where i.item_id = r.item_id
    union
    select a.payment_id
    from ledger.standing_allocation_view s
    join cash.application a on a.allocation_id = s.allocation_id
    where s.debit_item_id = r.item_id
    union
    select a.payment_id
    from ledger.standing_allocation_view s
    join cash.application a on a.allocation_id = s.allocation_id
    where s.credit_item_id = r.item_id
) t
cross join lateral (
    select t.payment_id
    union all
    select j.hand_payment_id
    from cash.hand_join j
    where j.bank_payment_id = t.payment_id
    union all
    select j.bank_payment_id
    from cash.hand_join j
    where j.hand_payment_id = t.payment_id
) p
cross join lateral (
    select v.actor
    from cash.verdict v
    where v.payment_id = p.payment_id
    union all
    select b.actor
    from cash.hand_receipt b
    where b.payment_id = p.payment_id
) h;

-- A deduction's reason as a code that can be counted, beside the words; null where nobody has said.
alter table cash.difference
    add column deduction_reason text
        check (deduction_reason in (
            'PRICE', 'PROMOTION', 'QUANTITY', 'FREIGHT', 'DAMAGED_GOODS', 'RETURNED_GOODS', 'TAX', 'UNKNOWN')),
    add check (deduction_reason is null or kind = 'DEDUCTION');

create or replace view cash.difference_view as
select d.id as difference_id, d.payment_id, d.item_id, d.kind, d.amount_minor, d.reason, d.business_date, d.actor, d.recorded_at,
    d.deduction_reason
from cash.difference d
where d.reverses_id is null
  and not exists (select from cash.difference r where r.reverses_id = d.id);

create or replace view cash.deduction_view as
select d.difference_id as deduction_id, d.payment_id, d.item_id, d.amount_minor, d.reason, d.business_date, d.actor, d.recorded_at,
    d.deduction_reason
from cash.difference_view d
where d.kind = 'DEDUCTION';

grant select on cash.request_hand_view to ${app_role};
