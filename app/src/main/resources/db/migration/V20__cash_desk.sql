-- The cash desk: what was applied for which payment, what a person has taken back and why, and what is put off until a day.

-- A payment that was taken back can be identified again, with the same account even: every time is another round.
alter table cash.identification
    add column round         int not null default 0 check (round >= 0),
    add column business_date date;
update cash.identification i
set business_date = p.booking_date
from cash.payment p
where p.id = i.payment_id;
alter table cash.identification
    alter column business_date set not null,
    drop constraint identification_pkey,
    add primary key (payment_id, account_id, round);

-- Which allocations were made for a payment: of its own credit, and of the credit notes that the payer took.
create table cash.application (
    allocation_id bigint primary key references ledger.allocation,
    payment_id    bigint not null references cash.payment
);
create index application_by_payment on cash.application (payment_id);
insert into cash.application (allocation_id, payment_id)
select a.id, p.id
from ledger.allocation a
join cash.payment p on p.id = substring(a.cause from '^Payment P([0-9]{1,18}):')::bigint
where a.reverses_id is null;

-- What a person has taken back of a payment, and why. The verdict that stood then is the one that it corrects.
create table cash.undo (
    id            bigint generated always as identity primary key,
    payment_id    bigint not null references cash.payment,
    verdict_id    bigint references cash.verdict,
    scope         text not null check (scope in ('LINE', 'APPLICATION', 'IDENTIFICATION')),
    reason        text not null
                      check (reason in ('WRONG_ITEM', 'WRONG_CUSTOMER', 'WRONG_AMOUNT', 'PAYER_ASKED', 'RETURNED_BY_BANK')),
    note          text not null check (note <> ''),
    amount_minor  bigint not null check (amount_minor > 0),
    business_date date not null,
    actor         text not null,
    undone_at     timestamptz not null default now()
);
create index undo_by_payment on cash.undo (payment_id, id);

-- What has left the credit that a payment had become: taken back from the account, moved to another, or refunded.
create table cash.retraction (
    id            bigint generated always as identity primary key,
    payment_id    bigint not null references cash.payment,
    item_id       bigint not null references cash.identification (item_id),
    kind          text not null check (kind in ('TAKEN_BACK', 'TRANSFER', 'REFUND')),
    amount_minor  bigint not null check (amount_minor > 0),
    business_date date not null,
    undo_id       bigint references cash.undo,
    actor         text not null,
    recorded_at   timestamptz not null default now(),
    check ((kind = 'TAKEN_BACK') = (undo_id is not null))
);
create index retraction_by_payment on cash.retraction (payment_id);

-- Who looks after a payment, until when it is put off, and what is to happen next. The latest row counts.
create table cash.parking (
    id         bigint generated always as identity primary key,
    payment_id bigint not null references cash.payment,
    owner      text not null,
    until_day  date not null,
    next_step  text not null check (next_step <> ''),
    actor      text not null,
    parked_at  timestamptz not null default now()
);
create index parking_by_payment on cash.parking (payment_id, id desc);

alter table ledger.posting
    drop constraint posting_kind_check,
    add constraint posting_kind_check check (
        kind in ('ALLOCATION', 'REVERSAL', 'ADJUSTMENT', 'CLEARED_IN_ERP', 'WRITE_OFF', 'TAKEN_BACK', 'TRANSFER', 'REFUND'));

-- Ties that stand: neither a reversal nor reversed.
create view ledger.standing_allocation_view as
select a.id as allocation_id, a.credit_item_id, a.debit_item_id, a.currency, a.amount_minor, a.business_date, a.recorded_at, a.cause,
    a.actor, d.document as debit_document, d.account_id, c.kind as credit_kind, c.document as credit_document
from ledger.allocation a
join ledger.item d on d.id = a.debit_item_id
join ledger.item c on c.id = a.credit_item_id
where a.reverses_id is null
  and not exists (select from ledger.allocation r where r.reverses_id = a.id);

-- Where the money of every received payment stands now: received = applied + on account + refunded + not identified.
create view cash.money_view as
select
    p.id as payment_id, p.amount_minor,
    i.amount_minor - r.moved_minor as identified_minor,
    o.open_minor as on_account_minor,
    r.refunded_minor,
    i.amount_minor - r.moved_minor - r.refunded_minor - o.open_minor as applied_minor,
    p.amount_minor - (i.amount_minor - r.moved_minor) as unidentified_minor
from cash.payment p
cross join lateral (
    select coalesce(sum(x.amount_minor), 0)::bigint as amount_minor
    from cash.identification x
    where x.payment_id = p.id
) i
cross join lateral (
    select
        coalesce(sum(x.amount_minor) filter (where x.kind <> 'REFUND'), 0)::bigint as moved_minor,
        coalesce(sum(x.amount_minor) filter (where x.kind = 'REFUND'), 0)::bigint as refunded_minor
    from cash.retraction x
    where x.payment_id = p.id
) r
cross join lateral (
    select coalesce(-sum(l.open_minor), 0)::bigint as open_minor
    from cash.identification x
    join ledger.open_item_view l on l.item_id = x.item_id
    where x.payment_id = p.id
) o
where p.kind = 'PAYMENT' and p.amount_minor > 0;

grant select, insert on cash.application, cash.undo, cash.retraction, cash.parking to ${app_role};
grant select on ledger.standing_allocation_view, cash.money_view to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
