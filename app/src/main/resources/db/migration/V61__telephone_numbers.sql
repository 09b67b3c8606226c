-- Whoever calls is found by their number, however it is written: with or without country code, blanks and brackets. The last nine digits are
-- the same in all of them; backwards, so that whoever knows fewer of the last digits finds them by the same index.
alter table ledger.contact
    add column phone_key text generated always as (reverse(right(regexp_replace(phone, '[^0-9]', '', 'g'), 9))) stored;

create index contact_by_phone on ledger.contact (phone_key text_pattern_ops) where phone_key <> '';
