-- The address of an entity in parts, as a Swiss QR-bill wants it. The lines that are printed on letters stay what they are.
alter table ledger.entity
    add column street       text not null default '' check (length(street) <= 70),
    add column house_number text not null default '' check (length(house_number) <= 16),
    add column postal_code  text not null default '' check (length(postal_code) <= 16),
    add column town         text not null default '' check (length(town) <= 35);

create or replace view ledger.entity_view as
select
    e.id as entity_id, e.code, e.name, e.currency, e.country, e.address, e.email, e.iban, e.bic,
    e.street, e.house_number, e.postal_code, e.town
from ledger.entity e;
