-- Customers and accounts that the batch names and nobody knew.
create temporary table strange_account on commit drop as
select distinct on (s.entity_id, s.account_number)
    s.entity_id, s.account_number, s.customer_name, s.terms_days, s.line
from staged_item s
where not exists (select from ledger.account a where a.entity_id = s.entity_id and a.number = s.account_number)
order by s.entity_id, s.account_number, s.line;

insert into ledger.customer (customer_master, number, name, country, language)
select distinct on (e.customer_master, s.account_number)
    e.customer_master, s.account_number, s.customer_name, e.country, e.language
from strange_account s
join ledger.entity e on e.id = s.entity_id
order by e.customer_master, s.account_number, s.line
on conflict (customer_master, number) do nothing;

insert into ledger.account (customer_id, entity_id, number, bucket, terms_days, portfolio_id)
select
    c.id, s.entity_id, s.account_number,
    ledger.bucket_of(c.id, c.payer_id),
    coalesce(s.terms_days, 30),
    (select min(p.id) from identity.portfolio p)
from strange_account s
join ledger.entity e on e.id = s.entity_id
join ledger.customer c on c.customer_master = e.customer_master and c.number = s.account_number
order by s.entity_id, s.account_number
on conflict (entity_id, number) do nothing;
