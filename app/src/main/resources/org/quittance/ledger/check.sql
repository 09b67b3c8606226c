-- Every projection and every tie, derived anew. Each row is a fault: its name, the item or allocation, and what is wrong in words.
with total as (
    select p.item_id, sum(p.delta_minor) as delta_minor
    from ledger.posting p
    group by p.item_id
)
select 'open amount' as fault, i.id as subject_id,
       format('the postings leave %s, the projection says %s', i.original_minor + coalesce(t.delta_minor, 0),
              coalesce(o.open_minor, 0)) as finding
from ledger.item i
left join total t on t.item_id = i.id
left join ledger.open_item o on o.item_id = i.id
where i.original_minor + coalesce(t.delta_minor, 0) <> coalesce(o.open_minor, 0)
union all
select 'over-allocated', i.id,
       format('postings take it from %s to %s', i.original_minor, i.original_minor + t.delta_minor)
from ledger.item i
join total t on t.item_id = i.id
where sign(i.original_minor + t.delta_minor) = -sign(i.original_minor)
   or abs(i.original_minor + t.delta_minor) > abs(i.original_minor)
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
       case when i.kind <> 'PAYMENT' then nullif(ledger.search_key(i.assignment), ledger.search_key(i.document)) end,
       case when i.kind <> 'PAYMENT' then nullif(ledger.search_key(i.reference), ledger.search_key(i.document)) end)
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
select 'wrong account', p.item_id, format('posting %s is on account %s, its item on %s', p.id, p.account_id, i.account_id)
from ledger.posting p
join ledger.item i on i.id = p.item_id
where p.account_id <> i.account_id
union all
select 'reversal differs', p.id, format('it reverses %s by %s', r.delta_minor, p.delta_minor)
from ledger.posting p
join ledger.posting r on r.id = p.reverses_id
where p.delta_minor <> -r.delta_minor or p.item_id <> r.item_id
union all
select 'posted before its item', p.id, format('%s, but the item counts from %s', p.business_date, i.posted_on)
from ledger.posting p
join ledger.item i on i.id = p.item_id
where p.business_date < i.posted_on
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
