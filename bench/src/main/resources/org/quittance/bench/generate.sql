-- A book of any size, the same for the same size and day. Reads its measure from the temporary table scale (customers, accounts,
-- portfolios, paid_groups, open_items, today); u(i, n) is the n-th random number, between 0 and 1, of thing number i.
--
-- A customer has one account, every twentieth a second one in another legal entity. Accounts are drawn by the square of a random number:
-- the hundredth part of the accounts has the tenth part of the items. Settled history comes in groups of four invoices and the one
-- payment that settled them. Of the open items some are credit notes or money on account, and some are partly paid. A day brings a
-- forty-fifth of what is open, as where customers owe six weeks of sales. Overdue items have had the steps of their age. Rows lie in the
-- order of their days, as where they came in day by day.
create function pg_temp.u(i bigint, n bigint) returns double precision
    language sql immutable parallel safe
    return (hashint8extended(i, 20260 + n) & 4294967295)::double precision / 4294967296;

-- Minor units: from a few to some ten thousand euros, half of them below four hundred.
create function pg_temp.amount(i bigint) returns bigint
    language sql immutable parallel safe
    return floor(exp(7 + 7 * pg_temp.u(i, 13)))::bigint;

-- Foreign keys hold by construction; to check each of a hundred million rows would take longer than to write them.
set session_replication_role = replica;

insert into ledger.entity (id, code, name, currency, country, language)
overriding system value
values
    (1, 'DE01', 'Nordwind Handel GmbH', 'EUR', 'DE', 'de'),
    (2, 'GB01', 'Northwind Trading Ltd', 'GBP', 'GB', 'en'),
    (3, 'US01', 'Northwind Trading Inc', 'USD', 'US', 'en');

insert into identity.portfolio (name)
select 'Portfolio ' || lpad(n::text, 4, '0')
from scale s, generate_series(1, s.portfolios) n
on conflict (name) do nothing;

insert into ledger.customer (id, number, name, country, language, segment, created_at)
overriding system value
select
    c,
    'C' || lpad(c::text, 8, '0'),
    (array['Alder', 'Birke', 'Cedar', 'Delta', 'Elbe', 'Forth', 'Garonne', 'Harz', 'Isar', 'Jura'])[1 + floor(10 * pg_temp.u(c, 1))::int]
        || ' '
        || (array['Metall', 'Foods', 'Textil', 'Logistics', 'Papier', 'Plastics', 'Pharma', 'Timber'])[1 + floor(8 * pg_temp.u(c, 2))::int]
        || ' ' || c || ' ' || (array['GmbH', 'Ltd', 'Inc', 'SA', 'BV'])[1 + floor(5 * pg_temp.u(c, 3))::int],
    (array['DE', 'DE', 'DE', 'GB', 'US', 'FR', 'NL'])[1 + floor(7 * pg_temp.u(c, 4))::int],
    (array['de', 'en', 'fr', 'nl'])[1 + floor(4 * pg_temp.u(c, 5))::int],
    (array['KEY', 'MIDDLE', 'SMALL', 'SMALL'])[1 + floor(4 * pg_temp.u(c, 6))::int],
    s.today - interval '3 years'
from scale s, generate_series(1, s.customers) c;

insert into ledger.contact (customer_id, name, role, email, language)
select c.id, 'Accounts payable', 'ACCOUNTS_PAYABLE', 'ap@' || lower(c.number) || '.example', c.language
from ledger.customer c
order by c.id;

insert into ledger.account (id, customer_id, entity_id, number, bucket, terms_days, limit_minor, portfolio_id, opened_at)
overriding system value
select
    a.id, a.customer_id, a.entity_id, c.number, ledger.bucket_of(c.id, c.payer_id), 30,
    case when pg_temp.u(a.id, 7) < 0.7 then 100000 * (1 + floor(50 * pg_temp.u(a.id, 8)))::bigint end,
    p.ids[1 + floor(cardinality(p.ids) * pg_temp.u(a.id, 9))::int],
    c.created_at
from (
    select c as id, c as customer_id, case when pg_temp.u(c, 10) < 0.6 then 1 when pg_temp.u(c, 10) < 0.85 then 2 else 3 end as entity_id
    from scale s, generate_series(1, s.customers) c
    union all
    select s.customers + n, 20 * n, case when pg_temp.u(20 * n, 10) < 0.6 then 2 else 1 end
    from scale s, generate_series(1, s.accounts - s.customers) n
) a
join ledger.customer c on c.id = a.customer_id
cross join (select array_agg(id order by id) as ids from identity.portfolio where name like 'Portfolio %') p;

create temporary table paid_group on commit drop as
select
    row_number() over (order by s.today - 90 - floor(1000 * pg_temp.u(g, 12))::int, g) as id, a.id as account_id, a.entity_id, e.currency,
    s.today - 90 - floor(1000 * pg_temp.u(g, 12))::int as first_day,
    -- How late an account pays is its habit, give or take some days.
    floor(35 * pg_temp.u(a.id, 14) + 10 * pg_temp.u(g, 15))::int - 5 as days_late
from scale s
cross join generate_series(1, s.paid_groups) g
join ledger.account a on a.id = 1 + floor(s.accounts * power(pg_temp.u(g, 11), 2))::bigint
join ledger.entity e on e.id = a.entity_id;

insert into ledger.item (
    id, account_id, entity_id, kind, source, document, document_date, due_date, posted_on, currency, original_minor, recorded_at, actor)
overriding system value
select
    5 * (g.id - 1) + k, g.account_id, g.entity_id, 'INVOICE', 'generated', (4000000000 + 5 * (g.id - 1) + k)::text,
    g.first_day + 2 * k, g.first_day + 2 * k + 30, g.first_day + 2 * k, g.currency, pg_temp.amount(5 * (g.id - 1) + k),
    g.first_day + 2 * k, 'generated'
from paid_group g
cross join generate_series(1, 4) k
order by g.id, k;

insert into ledger.item (
    id, account_id, entity_id, kind, source, document, document_date, due_date, posted_on, currency, original_minor, recorded_at, actor)
overriding system value
select
    5 * g.id, g.account_id, g.entity_id, 'PAYMENT', 'generated', 'P' || g.id, d.paid_on, d.paid_on, d.paid_on, g.currency,
    -(pg_temp.amount(5 * g.id - 4) + pg_temp.amount(5 * g.id - 3) + pg_temp.amount(5 * g.id - 2) + pg_temp.amount(5 * g.id - 1)),
    d.paid_on, 'generated'
from paid_group g
cross join lateral (select g.first_day + 38 + g.days_late as paid_on) d
order by d.paid_on;

insert into ledger.allocation (
    id, credit_item_id, debit_item_id, currency, amount_minor, business_date, recorded_at, cause, actor)
overriding system value
select
    4 * (g.id - 1) + k, 5 * g.id, 5 * (g.id - 1) + k, g.currency, pg_temp.amount(5 * (g.id - 1) + k), g.first_day + 38 + g.days_late,
    g.first_day + 38 + g.days_late, 'Payment P' || g.id, 'generated'
from paid_group g
cross join generate_series(1, 4) k
order by g.first_day + g.days_late, g.id;

insert into ledger.posting (
    id, item_id, account_id, kind, delta_minor, business_date, recorded_at, cause, actor, allocation_id)
overriding system value
select
    2 * a.id - side, case side when 1 then a.credit_item_id else a.debit_item_id end, i.account_id, 'ALLOCATION',
    case side when 1 then a.amount_minor else -a.amount_minor end, a.business_date, a.recorded_at, a.cause, a.actor, a.id
from ledger.allocation a
join ledger.item i on i.id = a.debit_item_id
cross join generate_series(0, 1) side
order by a.business_date, a.id;

create temporary table open_draft on commit drop as
select
    5 * s.paid_groups + row_number() over (order by p.posted_on, n) as id, a.id as account_id, a.entity_id, a.bucket, e.currency, k.kind,
    p.posted_on,
    case k.kind when 'INVOICE' then 30 else 0 end as terms_days,
    case k.kind when 'INVOICE' then 1 else -1 end * pg_temp.amount(5 * s.paid_groups + n) as original_minor,
    k.kind = 'INVOICE' and pg_temp.u(n, 17) < 0.05 as partly_paid,
    s.today
from scale s
cross join generate_series(1, s.open_items) n
cross join lateral (
    select s.today - floor(140 * power(0.1 + 0.9 * pg_temp.u(n, 16), 2) - 1)::int as posted_on
) p
cross join lateral (
    select case when pg_temp.u(n, 18) < 0.02 then 'PAYMENT' when pg_temp.u(n, 18) < 0.06 then 'CREDIT_NOTE' else 'INVOICE' end as kind
) k
join ledger.account a on a.id = 1 + floor(s.accounts * power(pg_temp.u(n, 19), 2))::bigint
join ledger.entity e on e.id = a.entity_id;

insert into ledger.item (
    id, account_id, entity_id, kind, source, document, document_date, due_date, posted_on, currency, original_minor, recorded_at, actor)
overriding system value
select
    id, account_id, entity_id, kind, 'generated', (4000000000 + id)::text, posted_on, posted_on + terms_days, posted_on, currency,
    original_minor, posted_on, 'generated'
from open_draft
order by id;

insert into ledger.posting (id, item_id, account_id, kind, delta_minor, business_date, recorded_at, cause, actor)
overriding system value
select
    8 * s.paid_groups + row_number() over (order by d.id), d.id, d.account_id, 'CLEARED_IN_ERP', -(d.original_minor * 2 / 5),
    least(d.posted_on + 5, d.today), least(d.posted_on + 5, d.today), 'Part payment', 'generated'
from scale s
cross join open_draft d
where d.partly_paid;

insert into ledger.open_item (
    item_id, account_id, entity_id, bucket, kind, document, document_date, due_date, posted_on, recorded_at, currency, original_minor,
    open_minor)
select
    id, account_id, entity_id, bucket, kind, (4000000000 + id)::text, posted_on, posted_on + terms_days, posted_on, posted_on, currency,
    original_minor, original_minor - case when partly_paid then original_minor * 2 / 5 else 0 end
from open_draft
order by id;

insert into collections.dunning (item_id, account_id, level, action, last_on)
select o.item_id, o.account_id, step.level, step.action, o.due_date + step.days
from scale s
join ledger.open_item o on o.original_minor > 0 and o.due_date < s.today - 5
cross join lateral (
    select *
    from (values (5, 2, 'NOTICE_1'), (10, 3, 'CALL'), (15, 4, 'NOTICE_2'), (30, 5, 'NOTICE_3'), (45, 6, 'ESCALATE')) as v (days, level, action)
    where o.due_date + v.days < s.today
    order by v.days desc
    limit 1
) step;

insert into collections.last_contact (account_id, action, last_on)
select account_id, action, max(last_on)
from collections.dunning
group by account_id, action;

-- The application counts on from here.
select setval('ledger.entity_id_seq', 3);
select setval('ledger.customer_id_seq', (select max(id) from ledger.customer));
select setval('ledger.account_id_seq', (select max(id) from ledger.account));
select setval('ledger.item_id_seq', (select max(id) from ledger.item));
select setval('ledger.allocation_id_seq', (select max(id) from ledger.allocation));
select setval('ledger.posting_id_seq', (select max(id) from ledger.posting));

set session_replication_role = default;
