-- Open debits of which the batch tells another due date than the extracts before it, unless that one counts already, or a person has set
-- it since. Of lines that say the same the first one counts.
select
    s.line, i.id as item_id, i.account_id, i.document, i.document_date, i.currency, i.original_minor, o.open_minor, o.due_date as was,
    s.due_date as told, last.business_date as changed_on
from (
    select distinct on (entity_id, account_number, document, kind, document_line, source) *
    from staged_item
    order by entity_id, account_number, document, kind, document_line, source, line
) s
join ledger.account a on a.entity_id = s.entity_id and a.number = s.account_number
join ledger.item i
  on i.account_id = a.id
 and i.document = s.document
 and i.kind = s.kind
 and i.line = s.document_line
 and i.source = s.source
join ledger.open_item o on o.item_id = i.id and o.due_date <> s.due_date
left join lateral (
    select c.business_date from ledger.due_date_change c where c.item_id = i.id order by c.id desc limit 1
) last on true
left join lateral (
    select c.id, c.due_date
    from ledger.due_date_change c
    where c.item_id = i.id and c.upload_id is not null
    order by c.id desc
    limit 1
) told on true
where s.due_date_told
  and i.original_minor > 0
  and s.due_date <> coalesce(told.due_date, i.due_date)
  and not exists (
    select from ledger.due_date_change c
    where c.item_id = i.id and c.upload_id is null and c.due_date = s.due_date and c.id > coalesce(told.id, 0))
order by s.line
