-- Every projection and every tie, derived anew. Each row is a fault: its name, the item or allocation, and what is wrong in words.
-- The postings are read once for all that is asked of an item; those of an item that has a fault are read again, to name them.
with total as (
    select p.item_id, sum(p.delta_minor) as delta_minor, min(p.business_date) as first_on, min(p.account_id) as least_account,
           max(p.account_id) as greatest_account
    from ledger.posting p
    group by p.item_id
), suspect as materialized (
    select i.id, i.account_id, i.posted_on, i.original_minor, i.original_minor + coalesce(t.delta_minor, 0) as left_minor,
           coalesce(o.open_minor, 0) as open_minor
    from ledger.item i
    left join total t on t.item_id = i.id
    left join ledger.open_item o on o.item_id = i.id
    where i.original_minor + coalesce(t.delta_minor, 0) <> coalesce(o.open_minor, 0)
       or sign(i.original_minor + t.delta_minor) = -sign(i.original_minor)
       or abs(i.original_minor + t.delta_minor) > abs(i.original_minor)
       or t.first_on < i.posted_on
       or t.least_account <> i.account_id
       or t.greatest_account <> i.account_id
)
select 'open amount' as fault, s.id as subject_id,
       format('the postings leave %s, the projection says %s', s.left_minor, s.open_minor) as finding
from suspect s
where s.left_minor <> s.open_minor
union all
select 'over-allocated', s.id, format('postings take it from %s to %s', s.original_minor, s.left_minor)
from suspect s
where sign(s.left_minor) = -sign(s.original_minor) or abs(s.left_minor) > abs(s.original_minor)
union all
select 'wrong account', p.item_id, format('posting %s is on account %s, its item on %s', p.id, p.account_id, s.account_id)
from suspect s
join ledger.posting p on p.item_id = s.id
where p.account_id <> s.account_id
union all
select 'posted before its item', p.id, format('%s, but the item counts from %s', p.business_date, s.posted_on)
from suspect s
join ledger.posting p on p.item_id = s.id
where p.business_date < s.posted_on
union all
select 'projection differs', o.item_id,
       'account, entity, bucket, kind, document, dates, currency, original amount or search keys are not those of the item'
from ledger.open_item o
join ledger.item i on i.id = o.item_id
join ledger.account a on a.id = i.account_id
left join (
    select distinct on (c.item_id) c.item_id, c.due_date from ledger.due_date_change c order by c.item_id, c.id desc
) d on d.item_id = i.id
where (o.account_id, o.entity_id, o.bucket, o.kind, o.document, o.document_date, o.due_date, o.posted_on, o.currency,
       o.original_minor, o.assignment_key, o.reference_key)
   is distinct from
      (i.account_id, i.entity_id, a.bucket, i.kind, i.document, i.document_date, coalesce(d.due_date, i.due_date), i.posted_on, i.currency,
       i.original_minor,
       case when i.kind <> 'PAYMENT' and i.assignment <> '' then nullif(ledger.search_key(i.assignment), o.document_search_key) end,
       case when i.kind <> 'PAYMENT' and i.reference <> '' then nullif(ledger.search_key(i.reference), o.document_search_key) end)
union all
select 'projection without item', o.item_id, format('%s is said to be open of %s, and there is no such item', o.open_minor, o.document)
from ledger.open_item o
where not exists (select from ledger.item i where i.id = o.item_id)
union all
select 'one-sided allocation', a.id,
       format('its postings sum to %s on %s items, for an amount of %s', coalesce(sum(p.delta_minor), 0),
              count(distinct p.item_id), a.amount_minor)
from ledger.allocation a
left join ledger.posting p on p.allocation_id = a.id
group by a.id, a.credit_item_id, a.debit_item_id, a.amount_minor, a.reverses_id
having count(*) <> 2
    or coalesce(sum(p.delta_minor), 0) <> 0
    or coalesce(sum(p.delta_minor) filter (where p.item_id = a.credit_item_id), 0)
       <> case when a.reverses_id is null then a.amount_minor else -a.amount_minor end
union all
select 'currencies netted', a.id, format('%s is allocated to %s', c.currency, d.currency)
from ledger.allocation a
join ledger.item c on c.id = a.credit_item_id
join ledger.item d on d.id = a.debit_item_id
where c.currency <> d.currency or c.currency <> a.currency
union all
select 'reversal differs', p.id, format('it reverses %s by %s', r.delta_minor, p.delta_minor)
from ledger.posting p
join ledger.posting r on r.id = p.reverses_id
where p.delta_minor <> -r.delta_minor or p.item_id <> r.item_id
union all
select 'due date broken off', h.item_id, format('it is said to have been due on %s, and was on %s', h.was, h.counted)
from (
    select c.item_id, c.was,
           coalesce(lag(c.due_date) over (partition by c.item_id order by c.id), i.due_date) as counted
    from ledger.due_date_change c
    join ledger.item i on i.id = c.item_id
) h
where h.was <> h.counted
order by 1, 2
