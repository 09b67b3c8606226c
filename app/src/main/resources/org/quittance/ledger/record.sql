-- The fresh items, what was already paid of them, and what is open. Binds: upload, actor, cause, business date, actor.
with item as (
    insert into ledger.item (
        id, account_id, entity_id, kind, source, document, line, document_date, due_date, posted_on, currency,
        original_minor, assignment, reference, memo, upload_id, actor)
    overriding system value
    select
        item_id, account_id, entity_id, kind, source, document, document_line, document_date, due_date, posted_on, currency,
        original_minor, assignment, reference, memo, nullif({0}, 0), {1}
    from fresh_item
), posting as (
    insert into ledger.posting (item_id, account_id, kind, delta_minor, business_date, cause, actor)
    select
        item_id, account_id, 'CLEARED_IN_ERP', open_minor - original_minor,
        greatest(coalesce(settled_on, {3}), posted_on), {2}, {1}
    from fresh_item
    where open_minor <> original_minor
)
insert into ledger.open_item (
    item_id, account_id, entity_id, bucket, kind, document, document_date, due_date, posted_on, recorded_at, currency,
    original_minor, open_minor)
select
    item_id, account_id, entity_id, bucket, kind, document, document_date, due_date, posted_on, now(), currency,
    original_minor, open_minor
from fresh_item
where open_minor <> 0
