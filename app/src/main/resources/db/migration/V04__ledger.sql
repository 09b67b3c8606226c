-- The receivables sub-ledger: facts that are only ever added to, and the projections that the same transactions keep.
create schema ledger;

create table ledger.entity (
    id              bigint generated always as identity primary key,
    code            text not null unique,
    name            text not null,
    currency        char(3) not null,
    country         char(2) not null,
    language        char(2) not null default 'en',
    -- Entities that share customer numbers share a customer master.
    customer_master text not null default 'main',
    address         text not null default '',
    email           text not null default '',
    iban            text not null default '',
    bic             text not null default ''
);

create table ledger.customer (
    id              bigint generated always as identity primary key,
    customer_master text not null default 'main',
    number          text not null,
    name            text not null,
    parent_id       bigint references ledger.customer,
    payer_id        bigint references ledger.customer,
    country         char(2) not null,
    language        char(2) not null,
    time_zone       text not null default 'UTC',
    segment         text not null default '',
    address         text not null default '',
    created_at      timestamptz not null default now(),
    unique (customer_master, number)
);
create index customer_by_name on ledger.customer using gin (lower(name) gin_trgm_ops);
create index customer_by_parent on ledger.customer (parent_id) where parent_id is not null;

create table ledger.contact (
    id             bigint generated always as identity primary key,
    customer_id    bigint not null references ledger.customer,
    name           text not null,
    role           text not null check (role in ('ACCOUNTS_PAYABLE', 'PURCHASING', 'MANAGEMENT', 'SALES', 'OTHER')),
    email          text not null default '',
    phone          text not null default '',
    language       char(2) not null,
    do_not_contact boolean not null default false
);
create index contact_by_customer on ledger.contact (customer_id);

-- The unit of parallel work: a customer is in one bucket with all that its payer pays for.
create function ledger.bucket_of(customer_id bigint, payer_id bigint) returns smallint
    language sql immutable parallel safe
    return mod(abs(hashtext(coalesce(payer_id, customer_id)::text)::bigint), 1024)::smallint;

-- A customer in one legal entity.
create table ledger.account (
    id           bigint generated always as identity primary key,
    customer_id  bigint not null references ledger.customer,
    entity_id    bigint not null references ledger.entity,
    number       text not null,
    bucket       smallint not null check (bucket between 0 and 1023),
    terms_days   int not null default 30 check (terms_days between 0 and 3650),
    -- In the currency of the entity; null where no limit was ever set.
    limit_minor  bigint check (limit_minor >= 0),
    portfolio_id bigint not null references identity.portfolio,
    opened_at    timestamptz not null default now(),
    unique (entity_id, number)
);
create index account_by_customer on ledger.account (customer_id);
create index account_by_portfolio on ledger.account (portfolio_id);

-- An item is its own opening entry: the original amount, at the business date on which it was posted.
create table ledger.item (
    id             bigint generated always as identity primary key,
    account_id     bigint not null references ledger.account,
    entity_id      bigint not null references ledger.entity,
    kind           text not null check (kind in ('INVOICE', 'DEBIT_NOTE', 'CHARGE', 'CREDIT_NOTE', 'PAYMENT', 'JOURNAL')),
    source         text not null,
    document       text not null,
    line           text not null default '',
    document_date  date not null,
    due_date       date not null,
    posted_on      date not null,
    currency       char(3) not null,
    original_minor bigint not null check (original_minor <> 0),
    assignment     text not null default '',
    reference      text not null default '',
    structured_ref text not null default '',
    memo           text not null default '',
    recorded_at    timestamptz not null default now(),
    upload_id      bigint,
    actor          text not null,
    -- The idempotency key: what enters twice is the same.
    unique (account_id, document, kind, line, source),
    check (
        case
            when kind in ('INVOICE', 'DEBIT_NOTE', 'CHARGE') then original_minor > 0
            when kind in ('CREDIT_NOTE', 'PAYMENT') then original_minor < 0
            else true
        end
    )
);
create index item_by_document on ledger.item (document);
create index item_recorded on ledger.item using brin (recorded_at);

-- What is open now: a projection of items and postings. A settled item has no row here, so that the day's work costs what is open.
create table ledger.open_item (
    item_id        bigint primary key references ledger.item,
    account_id     bigint not null,
    entity_id      bigint not null,
    bucket         smallint not null,
    kind           text not null,
    document       text not null,
    document_key   text not null generated always as
                       (ltrim(regexp_replace(upper(document), '[^A-Z0-9]', '', 'g'), '0')) stored,
    structured_ref text not null default '',
    document_date  date not null,
    due_date       date not null,
    posted_on      date not null,
    recorded_at    timestamptz not null,
    currency       char(3) not null,
    original_minor bigint not null,
    open_minor     bigint not null,
    check (sign(open_minor) = sign(original_minor) and abs(open_minor) <= abs(original_minor))
);
create index open_item_by_account on ledger.open_item (account_id);
create index open_item_by_document on ledger.open_item (document_key, entity_id);
create index open_item_by_structured_ref on ledger.open_item (structured_ref) where structured_ref <> '';

-- The tie of a credit to a debit. Its reversal is another row.
create table ledger.allocation (
    id             bigint generated always as identity primary key,
    credit_item_id bigint not null references ledger.item,
    debit_item_id  bigint not null references ledger.item,
    currency       char(3) not null,
    amount_minor   bigint not null check (amount_minor > 0),
    business_date  date not null,
    recorded_at    timestamptz not null default now(),
    cause          text not null,
    actor          text not null,
    reverses_id    bigint unique references ledger.allocation
);
create index allocation_by_credit on ledger.allocation (credit_item_id);
create index allocation_by_debit on ledger.allocation (debit_item_id);

-- One immutable change to an item's open amount.
create table ledger.posting (
    id            bigint generated always as identity primary key,
    item_id       bigint not null references ledger.item,
    account_id    bigint not null,
    kind          text not null check (kind in ('ALLOCATION', 'REVERSAL', 'ADJUSTMENT', 'CLEARED_IN_ERP', 'WRITE_OFF')),
    delta_minor   bigint not null check (delta_minor <> 0),
    business_date date not null,
    recorded_at   timestamptz not null default now(),
    cause         text not null,
    actor         text not null,
    allocation_id bigint references ledger.allocation,
    reverses_id   bigint unique references ledger.posting
);
create index posting_by_item on ledger.posting (item_id);
create index posting_by_account on ledger.posting (account_id, business_date);
create index posting_by_date on ledger.posting (business_date);
create index posting_recorded on ledger.posting using brin (recorded_at);

-- The items that a full extract has shown, with what it said was open: what is missing here is gone.
create table ledger.extract_item (
    upload_id  bigint not null,
    item_id    bigint not null,
    open_minor bigint not null,
    primary key (upload_id, item_id)
);

-- One unit of base is worth rate units of quote on that day.
create table ledger.rate (
    base   char(3) not null,
    quote  char(3) not null,
    on_day date not null,
    rate   numeric(20, 10) not null check (rate > 0),
    source text not null,
    primary key (base, quote, on_day)
);

-- Published for the modules below: they read these views and no table.

create view ledger.account_view as
select
    a.id as account_id, a.number as account_number, a.bucket, a.terms_days, a.limit_minor, a.portfolio_id,
    e.id as entity_id, e.code as entity_code, e.name as entity_name, e.currency as entity_currency, e.country as entity_country,
    c.id as customer_id, c.number as customer_number, c.name as customer_name, c.language, c.time_zone, c.country, c.segment,
    c.parent_id, c.payer_id, p.name as portfolio_name, p.owner_id as collector_id, w.name as collector_name
from ledger.account a
join ledger.entity e on e.id = a.entity_id
join ledger.customer c on c.id = a.customer_id
join identity.portfolio p on p.id = a.portfolio_id
left join identity.person w on w.id = p.owner_id;

create view ledger.open_item_view as
select
    o.item_id, o.account_id, o.entity_id, o.bucket, o.kind, o.document, o.document_key, o.structured_ref, o.document_date,
    o.due_date, o.posted_on, o.currency, o.original_minor, o.open_minor, i.assignment, i.reference
from ledger.open_item o
-- An item is always there; the outer join lets the planner leave it out where neither assignment nor reference is asked for.
left join ledger.item i on i.id = o.item_id;

create view ledger.posting_view as
select p.id as posting_id, p.item_id, p.account_id, p.kind, p.delta_minor, p.business_date, p.recorded_at, p.allocation_id
from ledger.posting p;

-- Debits of which nothing is open any more.
create view ledger.settled_item_view as
select i.id as item_id, i.account_id, i.document, i.currency, i.original_minor, i.due_date
from ledger.item i
where i.original_minor > 0
  and not exists (select from ledger.open_item o where o.item_id = i.id);

-- Money that came: what of a payment settled an item, on the day the money came and not the day it was applied; what the ERP says
-- was cleared since we have known the item; and what lies on account, without an item. Credit notes are no money. Reversals are
-- taken out with what they reverse.
create view ledger.receipt_view as
select
    p.account_id, p.item_id, p.business_date as posted_on, coalesce(c.posted_on, p.business_date) as received_on, i.currency,
    -p.delta_minor as amount_minor
from ledger.posting p
join ledger.item i on i.id = p.item_id and i.original_minor > 0
left join ledger.allocation a on a.id = p.allocation_id
left join ledger.item c on c.id = a.credit_item_id
where p.delta_minor < 0
  and ((p.kind = 'ALLOCATION' and c.kind = 'PAYMENT') or (p.kind = 'CLEARED_IN_ERP' and p.recorded_at > i.recorded_at))
  and not exists (select from ledger.posting r where r.reverses_id = p.id)
union all
select o.account_id, null, o.posted_on, o.posted_on, o.currency, -o.open_minor
from ledger.open_item o
where o.kind = 'PAYMENT';

create view ledger.customer_view as
select c.id as customer_id, c.number, c.name, c.country, c.language, c.time_zone, c.address
from ledger.customer c;

create view ledger.contact_view as
select c.id as contact_id, c.customer_id, c.name, c.role, c.email, c.phone, c.language, c.do_not_contact
from ledger.contact c;

create view ledger.entity_view as
select e.id as entity_id, e.code, e.name, e.currency, e.country, e.address, e.email, e.iban, e.bic
from ledger.entity e;

create view ledger.rate_view as
select r.base, r.quote, r.on_day, r.rate, r.source
from ledger.rate r;

grant usage on schema ledger to ${app_role};
grant select, insert, update on ledger.entity, ledger.customer, ledger.contact, ledger.account, ledger.rate to ${app_role};
grant delete on ledger.contact to ${app_role};
grant select, insert, update, delete on ledger.open_item, ledger.extract_item to ${app_role};
grant select, insert on ledger.item, ledger.posting, ledger.allocation to ${app_role};
grant select on ledger.account_view, ledger.open_item_view, ledger.posting_view, ledger.settled_item_view, ledger.receipt_view,
    ledger.customer_view, ledger.contact_view, ledger.entity_view, ledger.rate_view to ${app_role};
grant usage on all sequences in schema ledger to ${app_role};
