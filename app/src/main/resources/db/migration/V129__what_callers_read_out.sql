-- Whoever calls reads the end of a document's number, and says their name.

-- The last five digits of a number; null where it has fewer. Documents that follow each other stand beside each other in its index.
create function ledger.last_digits(number text) returns text
    language sql immutable parallel safe
    return substring(regexp_replace(number, '[^0-9]', '', 'g') from '([0-9]{5})$');

-- Open or settled: whoever asks for a copy has often paid. Nobody calls a payment by its number.
create index item_by_last_digits on ledger.item (ledger.last_digits(document)) where kind <> 'PAYMENT';

create index contact_by_name on ledger.contact using gin (lower(name) gin_trgm_ops);
