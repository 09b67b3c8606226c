-- Which items a full extract has shown. Binds: upload.
insert into ledger.extract_item (upload_id, item_id, open_minor)
select {0}, i.id, f.open_minor
from first_item f
join ledger.item i
  on i.account_id = f.account_id
 and i.document = f.document
 and i.kind = f.kind
 and i.line = f.document_line
 and i.source = f.source
on conflict (upload_id, item_id) do nothing
