-- Customers where they are to stand, and the bucket of their accounts and open items with them. Binds: customers, parents, payers.
with wish as (
    select w.customer_id, w.parent_id, w.payer_id
    from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as w (customer_id, parent_id, payer_id)
), placed as (
    update ledger.customer c
    set parent_id = w.parent_id,
        payer_id = w.payer_id
    from wish w
    where c.id = w.customer_id
    returning c.id, c.payer_id
), account as (
    update ledger.account a
    set bucket = ledger.bucket_of(p.id, p.payer_id)
    from placed p
    where a.customer_id = p.id
      and a.bucket <> ledger.bucket_of(p.id, p.payer_id)
    returning a.id, a.bucket
)
update ledger.open_item o
set bucket = a.bucket
from account a
where o.account_id = a.id
