-- The fresh items of the batch, what was already paid of them, and what is open. An item that is known conflicts with itself and is
-- passed over; of lines that say the same the first one enters. Binds: upload, actor, cause, business date.
with draft as materialized (
    select nextval('ledger.item_id_seq') as item_id, s.*
    from (
        select s.*, a.id as account_id, a.bucket
        from staged_item s
        join ledger.account a on a.entity_id = s.entity_id and a.number = s.account_number
        order by a.id, s.line
    ) s
), item as (
    insert into ledger.item (
        id, account_id, entity_id, kind, source, document, line, document_date, due_date, posted_on, currency,
        original_minor, assignment, reference, memo, discount_basis_points, discount_days, upload_id, actor)
    overriding system value
    select
        item_id, account_id, entity_id, kind, source, document, document_line, document_date, due_date, posted_on, currency,
        original_minor, assignment, reference, memo, discount_bp, discount_days, nullif({0}, 0), {1}
    from draft
    on conflict (account_id, document, kind, line, source) do nothing
    returning id
), fresh as materialized (
    select
        d.item_id, d.account_id, d.entity_id, d.bucket, d.kind, d.document, d.document_date, d.due_date, d.posted_on, d.currency,
        d.original_minor, d.open_minor, d.settled_on, d.assignment, d.reference
    from item i
    join draft d on d.item_id = i.id
), posting as (
    insert into ledger.posting (item_id, account_id, kind, delta_minor, business_date, cause, actor)
    select
        item_id, account_id, 'CLEARED_IN_ERP', open_minor - original_minor,
        greatest(coalesce(settled_on, {3}), posted_on), {2}, {1}
    from fresh
    where open_minor <> original_minor
), open_item as (
    insert into ledger.open_item (
        item_id, account_id, entity_id, bucket, kind, document, document_date, due_date, posted_on, recorded_at, currency,
        original_minor, open_minor, assignment_key, reference_key)
    select
        item_id, account_id, entity_id, bucket, kind, document, document_date, due_date, posted_on, now(), currency,
        original_minor, open_minor,
        case when kind <> 'PAYMENT' and assignment <> '' then nullif(ledger.search_key(assignment), ledger.search_key(document)) end,
        case when kind <> 'PAYMENT' and reference <> '' then nullif(ledger.search_key(reference), ledger.search_key(document)) end
    from fresh
    where open_minor <> 0
)
select count(*) as added, coalesce(array_agg(distinct account_id), '{}') as accounts
from fresh
