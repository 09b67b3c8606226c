-- What a full extract says by silence or by a smaller amount: items of the books it covers that are gone, or less open than here.
-- Binds: upload (3 times), limit.
with covered as (
    select distinct i.entity_id, i.source
    from ledger.extract_item x
    join ledger.item i on i.id = x.item_id
    where x.upload_id = ?
)
select
    o.item_id, o.account_id, o.entity_id, e.code, o.kind, o.document, o.document_date, o.due_date, o.currency,
    o.original_minor, o.open_minor, coalesce(x.open_minor, 0) as extract_minor
from ledger.open_item o
join ledger.item i on i.id = o.item_id
join covered c on c.entity_id = i.entity_id and c.source = i.source
join ledger.entity e on e.id = o.entity_id
left join ledger.extract_item x on x.upload_id = ? and x.item_id = o.item_id
where coalesce(x.open_minor, 0) <> o.open_minor
  and abs(coalesce(x.open_minor, 0)) < abs(o.open_minor)
  and i.upload_id is distinct from ?
order by o.due_date, o.item_id
limit ?
