-- What the banks took back: which payment each return belongs to, and what may be charged for it.

-- A line of the bank that takes money back, and the payment that it takes back as a whole.
create table cash.bank_return (
    return_id     bigint primary key references cash.payment,
    payment_id    bigint not null unique references cash.payment,
    reason        text not null
                      check (reason in ('END_TO_END', 'BANK_REFERENCE', 'TEXT', 'PAYER_ACCOUNT', 'PAYER_NAME', 'BY_HAND')),
    business_date date not null,
    actor         text not null,
    recorded_at   timestamptz not null default now()
);

-- What an entity charges for a payment that came back. An entity without a row charges nothing; the manager keeps it.
create table cash.return_fee (
    entity_id    bigint primary key references ledger.entity,
    amount_minor bigint not null check (amount_minor >= 0),
    actor        text not null,
    set_at       timestamptz not null default now()
);

-- A fee that a person has charged, once for each return.
create table cash.return_charge (
    return_id    bigint primary key references cash.bank_return,
    item_id      bigint not null references ledger.item,
    amount_minor bigint not null check (amount_minor > 0),
    actor        text not null,
    charged_at   timestamptz not null default now()
);

create index payment_returned on cash.payment (statement_id) where kind in ('RETURN', 'REVERSAL') and amount_minor < 0;

grant select, insert on cash.bank_return, cash.return_charge to ${app_role};
grant select, insert, update on cash.return_fee to ${app_role};

-- What a returned payment was is tied to a debit of the bank's own (source 'bank', kind JOURNAL). It is no money that came for anything:
-- it keeps no promise, and says nothing of how somebody pays.
create or replace view ledger.settled_item_view as
select i.id as item_id, i.account_id, i.document, i.currency, i.original_minor, i.due_date
from ledger.item i
where i.original_minor > 0
  and not (i.source = 'bank' and i.kind = 'JOURNAL')
  and not exists (select from ledger.open_item o where o.item_id = i.id);

create or replace view ledger.receipt_view as
select
    p.account_id, p.item_id, p.business_date as posted_on, coalesce(c.posted_on, p.business_date) as received_on, i.currency,
    -p.delta_minor as amount_minor
from ledger.posting p
join ledger.item i on i.id = p.item_id and i.original_minor > 0 and not (i.source = 'bank' and i.kind = 'JOURNAL')
left join ledger.allocation a on a.id = p.allocation_id
left join ledger.item c on c.id = a.credit_item_id
where p.delta_minor < 0
  and ((p.kind = 'ALLOCATION' and c.kind = 'PAYMENT') or (p.kind = 'CLEARED_IN_ERP' and p.recorded_at > i.recorded_at))
  and not exists (select from ledger.posting r where r.reverses_id = p.id)
union all
select o.account_id, null, o.posted_on, o.posted_on, o.currency, -o.open_minor
from ledger.open_item o
where o.kind = 'PAYMENT';

create or replace view ledger.paid_view as
select
    p.posting_id, p.account_id, p.item_id, i.document, i.document_date, i.due_date, p.business_date as posted_on,
    coalesce(c.posted_on, p.business_date) as paid_on, i.currency, -p.delta_minor as amount_minor
from ledger.posting_view p
join ledger.item i on i.id = p.item_id and i.original_minor > 0 and not (i.source = 'bank' and i.kind = 'JOURNAL')
left join ledger.allocation a on a.id = p.allocation_id
left join ledger.item c on c.id = a.credit_item_id
where p.delta_minor < 0
  and ((p.kind = 'ALLOCATION' and c.kind = 'PAYMENT') or p.kind = 'CLEARED_IN_ERP')
  and not exists (select from ledger.posting r where r.reverses_id = p.posting_id);
