-- Who a customer is before the law, and where: laws on contacting those who owe are chosen by it.

alter table ledger.customer
    -- Of a country whose states have laws of their own: its two letters.
    add column state text not null default '' check (state ~ '^([A-Z]{2})?$');

-- In effect from a day; the latest of a day holds. Only ever added to.
create table ledger.customer_trait (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references ledger.customer,
    trait       text not null check (trait in ('COMPANY', 'CONSUMER', 'SOLE_TRADER', 'GUARANTOR')),
    since       date not null,
    reason      text not null check (reason <> ''),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default now()
);
create index customer_trait_by_customer on ledger.customer_trait (customer_id, since desc, id desc);

alter table ledger.contact
    -- We know that the employer has given them the e-mail address.
    add column employer_email boolean not null default false;

create or replace view ledger.customer_view as
select c.id as customer_id, c.number, c.name, c.country, c.language, c.time_zone, c.address, c.state
from ledger.customer c;

create or replace view ledger.contact_view as
select c.id as contact_id, c.customer_id, c.name, c.role, c.email, c.phone, c.language, c.do_not_contact, c.mobile, c.employer_email
from ledger.contact c;

create view ledger.customer_trait_view as
select t.id as customer_trait_id, t.customer_id, t.trait, t.since
from ledger.customer_trait t;

grant select, insert on ledger.customer_trait to ${app_role};
grant select on ledger.customer_trait_view to ${app_role};
grant usage on all sequences in schema ledger to ${app_role};
