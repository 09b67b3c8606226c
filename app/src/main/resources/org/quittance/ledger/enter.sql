-- Customers and accounts that the batch names and nobody knew.
insert into ledger.customer (customer_master, number, name, country, language)
select distinct on (e.customer_master, s.account_number)
    e.customer_master, s.account_number, s.customer_name, e.country, e.language
from staged_item s
join ledger.entity e on e.id = s.entity_id
where not exists (select from ledger.account a where a.entity_id = s.entity_id and a.number = s.account_number)
order by e.customer_master, s.account_number, s.line
on conflict (customer_master, number) do nothing;

insert into ledger.account (customer_id, entity_id, number, bucket, terms_days, portfolio_id)
select distinct on (s.entity_id, s.account_number)
    c.id, s.entity_id, s.account_number,
    ledger.bucket_of(c.id, c.payer_id),
    coalesce(s.terms_days, 30),
    (select min(p.id) from identity.portfolio p)
from staged_item s
join ledger.entity e on e.id = s.entity_id
join ledger.customer c on c.customer_master = e.customer_master and c.number = s.account_number
where not exists (select from ledger.account a where a.entity_id = s.entity_id and a.number = s.account_number)
order by s.entity_id, s.account_number, s.line
on conflict (entity_id, number) do nothing;

analyze staged_item;

-- The first line of each key; later ones of the same batch only repeat it.
create temporary table first_item on commit drop as
select distinct on (a.id, s.document, s.kind, s.document_line, s.source)
    s.*, a.id as account_id, a.bucket
from staged_item s
join ledger.account a on a.entity_id = s.entity_id and a.number = s.account_number
order by a.id, s.document, s.kind, s.document_line, s.source, s.line;

create temporary table fresh_item on commit drop as
select nextval('ledger.item_id_seq') as item_id, f.*
from first_item f
where not exists (
    select
    from ledger.item i
    where i.account_id = f.account_id
      and i.document = f.document
      and i.kind = f.kind
      and i.line = f.document_line
      and i.source = f.source
);
