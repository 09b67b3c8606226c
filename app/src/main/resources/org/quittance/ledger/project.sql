-- What is open after the postings: a row changes, goes when nothing is left, and comes back when a reversal opens it again.
-- Binds: item numbers, their changes.
with change as (
    select c.item_id, c.delta_minor
    from unnest(?::bigint[], ?::bigint[]) as c (item_id, delta_minor)
    where c.delta_minor <> 0
), settled as (
    delete from ledger.open_item o
    using change c
    where o.item_id = c.item_id
      and o.open_minor + c.delta_minor = 0
), changed as (
    update ledger.open_item o
    set open_minor = o.open_minor + c.delta_minor
    from change c
    where o.item_id = c.item_id
      and o.open_minor + c.delta_minor <> 0
)
insert into ledger.open_item (
    item_id, account_id, entity_id, bucket, kind, document, structured_ref, document_date, due_date, posted_on, recorded_at,
    currency, original_minor, open_minor, assignment_key, reference_key)
select
    i.id, i.account_id, i.entity_id, a.bucket, i.kind, i.document, i.structured_ref, i.document_date,
    coalesce(d.due_date, i.due_date), i.posted_on,
    i.recorded_at, i.currency, i.original_minor, c.delta_minor,
    case when i.kind <> 'PAYMENT' then nullif(ledger.search_key(i.assignment), ledger.search_key(i.document)) end,
    case when i.kind <> 'PAYMENT' then nullif(ledger.search_key(i.reference), ledger.search_key(i.document)) end
from change c
join ledger.item i on i.id = c.item_id
join ledger.account a on a.id = i.account_id
left join lateral (
    select h.due_date from ledger.due_date_change h where h.item_id = i.id order by h.id desc limit 1
) d on true
where not exists (select from ledger.open_item o where o.item_id = c.item_id)
