-- What the terms of an item let the payer take off for paying early. Empty where its extract does not tell: then the match policy counts.
alter table ledger.item add column discount_basis_points int check (discount_basis_points between 1 and 9999);
alter table ledger.item add column discount_days int check (discount_days >= 0);
alter table ledger.item add constraint discount_whole check ((discount_basis_points is null) = (discount_days is null));

create or replace view ledger.open_item_view as
select
    o.item_id, o.account_id, o.entity_id, o.bucket, o.kind, o.document, o.document_key, o.structured_ref, o.document_date,
    o.due_date, o.posted_on, o.currency, o.original_minor, o.open_minor, i.assignment, i.reference, o.document_search_key,
    o.assignment_key, o.reference_key, o.structured_key, i.discount_basis_points, i.discount_days
from ledger.open_item o
left join ledger.item i on i.id = o.item_id;
