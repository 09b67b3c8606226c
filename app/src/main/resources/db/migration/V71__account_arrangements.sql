-- What is arranged with a customer about how it pays: an account number of its own at the company's bank, and a cash discount.
alter table ledger.account
    add column virtual_account       text not null default '',
    add column discount_basis_points int check (discount_basis_points between 1 and 9999),
    add column discount_days         int check (discount_days >= 0),
    add constraint account_discount_check check ((discount_basis_points is null) = (discount_days is null));
create unique index account_by_virtual_account on ledger.account (entity_id, virtual_account) where virtual_account <> '';

create or replace view ledger.account_view as
select
    a.id as account_id, a.number as account_number, a.bucket, a.terms_days, a.limit_minor, a.portfolio_id,
    e.id as entity_id, e.code as entity_code, e.name as entity_name, e.currency as entity_currency, e.country as entity_country,
    c.id as customer_id, c.number as customer_number, c.name as customer_name, c.language, c.time_zone, c.country, c.segment,
    c.parent_id, c.payer_id, p.name as portfolio_name, p.owner_id as collector_id, w.name as collector_name,
    a.virtual_account, a.discount_basis_points, a.discount_days
from ledger.account a
join ledger.entity e on e.id = a.entity_id
join ledger.customer c on c.id = a.customer_id
join identity.portfolio p on p.id = a.portfolio_id
left join identity.person w on w.id = p.owner_id;

-- The account to which the payer has sent the money, where the bank names another than the one that it reports about.
alter table cash.payment
    add column credited_account text not null default '';
