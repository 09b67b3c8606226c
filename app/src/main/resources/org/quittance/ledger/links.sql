-- The links of the customers named, of all above those they are to belong to, and of whom they pay for. Binds: customers, twice.
with recursive above as (
    select c.id, c.parent_id, c.payer_id
    from ledger.customer c
    where c.id = any (?::bigint[])
    union
    select p.id, p.parent_id, p.payer_id
    from above a
    join ledger.customer p on p.id = a.parent_id or p.id = a.payer_id
)
select id, parent_id, payer_id
from above
union
select c.id, c.parent_id, c.payer_id
from ledger.customer c
where c.payer_id = any (?::bigint[])
