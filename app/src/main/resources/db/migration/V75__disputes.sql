-- What customers say that they do not owe: what is disputed and why, who finds out, and what was found.

create schema disputes;

-- What was said; it never changes. What a payer has kept back with a reason is disputed once.
create table disputes.dispute (
    id           bigint generated always as identity primary key,
    item_id      bigint not null references ledger.item,
    account_id   bigint not null references ledger.account,
    amount_minor bigint not null check (amount_minor > 0),
    reason       text not null check (reason in (
        'PRICE', 'PROMOTION', 'QUANTITY', 'NOT_DELIVERED', 'DAMAGED_GOODS', 'RETURNED_GOODS', 'SERVICE', 'FREIGHT', 'TAX', 'BILLED_TWICE',
        'ORDER_NUMBER', 'WRONG_CUSTOMER', 'PAID_ALREADY', 'UNKNOWN')),
    words        text not null default '',
    deduction_id bigint unique references cash.difference,
    opened_on    date not null,
    actor        text not null check (actor <> ''),
    recorded_at  timestamptz not null default clock_timestamp()
);

-- What became of it. One answer, withdrawal or settlement ends it.
create table disputes.dispute_event (
    id             bigint generated always as identity primary key,
    dispute_id     bigint not null references disputes.dispute,
    deed           text not null check (deed in ('HAND_OVER', 'ANSWER', 'WITHDRAW', 'SETTLE')),
    not_owed_minor bigint check (not_owed_minor >= 0),
    owner_login    text,
    words          text not null check (words <> ''),
    done_on        date not null,
    actor          text not null check (actor <> ''),
    recorded_at    timestamptz not null default clock_timestamp(),
    check ((deed = 'ANSWER') = (not_owed_minor is not null)),
    check ((deed = 'HAND_OVER') = (owner_login is not null))
);
create index dispute_event_by_dispute on disputes.dispute_event (dispute_id, id);
create unique index dispute_event_ends_once on disputes.dispute_event (dispute_id) where deed <> 'HAND_OVER';

-- Projection of the two above, and of the credits that have come: where each stands, and what of its item nobody asks for.
create table disputes.dispute_now (
    dispute_id     bigint primary key references disputes.dispute,
    item_id        bigint not null,
    account_id     bigint not null,
    state          text not null check (state in ('OPEN', 'OWED', 'PARTLY_OWED', 'NOT_OWED', 'WITHDRAWN', 'SETTLED')),
    is_open        boolean not null generated always as (state = 'OPEN') stored,
    owner_login    text,
    answer_by      date not null,
    left_out_minor bigint not null check (left_out_minor >= 0),
    ended_on       date,
    check ((state = 'OPEN') = (ended_on is null))
);
create index dispute_now_left_out on disputes.dispute_now (account_id, item_id) where left_out_minor > 0;
create index dispute_now_by_item on disputes.dispute_now (item_id);
create index dispute_now_by_account on disputes.dispute_now (account_id);
-- The list: open ones first, the first to be answered first.
create index dispute_now_by_due_day on disputes.dispute_now (is_open desc, answer_by, dispute_id);

-- Where disputes of a reason go: the latest of a reason holds.
create table disputes.route (
    id           bigint generated always as identity primary key,
    reason       text not null,
    owner_login  text,
    working_days int not null check (working_days between 1 and 60),
    opens_itself boolean not null,
    actor        text not null check (actor <> ''),
    recorded_at  timestamptz not null default clock_timestamp()
);
create index route_by_reason on disputes.route (reason, id desc);

-- What of each item is left out of everything that asks for money.
create view disputes.disputed_view as
select n.item_id, n.account_id, sum(n.left_out_minor)::bigint as disputed_minor
from disputes.dispute_now n
where n.left_out_minor > 0
group by n.account_id, n.item_id;

-- The ledger's allocations with both sides.
create or replace view ledger.allocation_view as
select a.id as allocation_id, a.amount_minor, a.recorded_at, a.credit_item_id, a.debit_item_id, a.reverses_id
from ledger.allocation a;

-- What was credited on the items of disputes that are answered, since the answer: credit notes applied, corrections and what the ERP has
-- cleared; no payments, and not the differences of payments.
create view disputes.credited_view as
select
    d.id as dispute_id, e.not_owed_minor,
    coalesce((
        select sum(case when a.reverses_id is null then a.amount_minor else -a.amount_minor end)
        from ledger.allocation_view a
        join ledger.item_life_view c on c.item_id = a.credit_item_id and c.kind = 'CREDIT_NOTE'
        where a.debit_item_id = d.item_id and a.recorded_at > e.recorded_at
    ), 0)::bigint
    + coalesce((
        select -sum(p.delta_minor)
        from ledger.posting_view p
        where p.item_id = d.item_id and p.recorded_at > e.recorded_at
          and (p.kind in ('ADJUSTMENT', 'WRITE_OFF', 'CLEARED_IN_ERP') or (p.kind = 'REVERSAL' and p.allocation_id is null))
    ), 0)::bigint
    - coalesce((
        select sum(f.amount_minor)
        from cash.difference_view f
        where f.item_id = d.item_id and f.recorded_at > e.recorded_at and f.kind <> 'DEDUCTION'
    ), 0)::bigint as credited_minor
from disputes.dispute d
join disputes.dispute_event e on e.dispute_id = d.id and e.deed = 'ANSWER';

grant usage on schema disputes to ${app_role};
grant select, insert on disputes.dispute, disputes.dispute_event, disputes.route to ${app_role};
grant select, insert, update on disputes.dispute_now to ${app_role};
grant select on disputes.disputed_view, disputes.credited_view to ${app_role};
grant usage on all sequences in schema disputes to ${app_role};
