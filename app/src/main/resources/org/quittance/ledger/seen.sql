-- Which items a full extract has shown; of lines that say the same the first one counts. Binds: upload.
insert into ledger.extract_item (upload_id, item_id, open_minor)
select distinct on (i.id) {0}, i.id, s.open_minor
from staged_item s
join ledger.account a on a.entity_id = s.entity_id and a.number = s.account_number
join ledger.item i
  on i.account_id = a.id
 and i.document = s.document
 and i.kind = s.kind
 and i.line = s.document_line
 and i.source = s.source
order by i.id, s.line
on conflict (upload_id, item_id) do nothing
