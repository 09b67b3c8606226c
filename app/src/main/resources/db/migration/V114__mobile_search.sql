-- Whoever calls from a mobile telephone is found by its number as they are by another (V61).
alter table ledger.contact
    add column mobile_key text generated always as (reverse(right(regexp_replace(mobile, '[^0-9]', '', 'g'), 9))) stored;

create index contact_by_mobile_end on ledger.contact (mobile_key text_pattern_ops) where mobile_key <> '';
