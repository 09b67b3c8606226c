-- A payer may call an item by any of its numbers, with or without prefix and leading zeros: each has a key by which it is found.

-- Letters and digits in capitals, without prefix and leading zeros where a number of five digits or more is left; null for nothing.
create function ledger.search_key(number text) returns text
    language sql immutable parallel safe
    return nullif(
        ltrim(
            regexp_replace(
                regexp_replace(upper(number), '[^A-Z0-9]', '', 'g'),
                '^[A-Z]*0*([1-9][0-9]{4,})$', '\1'),
            '0'),
        '');

-- The other numbers are kept with what is open, and nowhere for what is settled; null where they say no more than the document's, and for
-- money on account, which no payer calls by a number.
alter table ledger.open_item
    add column document_search_key text generated always as (ledger.search_key(document)) stored,
    add column assignment_key      text,
    add column reference_key       text,
    add column structured_key      text generated always as (ledger.search_key(structured_ref)) stored;

update ledger.open_item o
set assignment_key = nullif(ledger.search_key(i.assignment), o.document_search_key),
    reference_key = nullif(ledger.search_key(i.reference), o.document_search_key)
from ledger.item i
where i.id = o.item_id
  and i.kind <> 'PAYMENT'
  and (i.assignment <> '' or i.reference <> '');

drop index ledger.open_item_by_document;
drop index ledger.open_item_by_structured_ref;
create index open_item_by_document on ledger.open_item (document_search_key, entity_id);
create index open_item_by_assignment on ledger.open_item (assignment_key, entity_id) where assignment_key is not null;
create index open_item_by_reference on ledger.open_item (reference_key, entity_id) where reference_key is not null;
create index open_item_by_structured_ref on ledger.open_item (structured_key, entity_id) where structured_key is not null;

-- For whom somebody pays is asked with every batch of payments.
create index customer_by_payer on ledger.customer (payer_id) where payer_id is not null;

create or replace view ledger.open_item_view as
select
    o.item_id, o.account_id, o.entity_id, o.bucket, o.kind, o.document, o.document_key, o.structured_ref, o.document_date,
    o.due_date, o.posted_on, o.currency, o.original_minor, o.open_minor, i.assignment, i.reference, o.document_search_key,
    o.assignment_key, o.reference_key, o.structured_key
from ledger.open_item o
-- An item is always there; the outer join lets the planner leave it out where neither assignment nor reference is asked for.
left join ledger.item i on i.id = o.item_id;
