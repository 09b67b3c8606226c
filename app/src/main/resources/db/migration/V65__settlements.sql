-- Offers to take less than is owed, if it is paid by a day. What was offered never changes; what became of it are further rows.
create table collections.settlement (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    currency    char(3) not null,
    -- What was open of the items, and what we take for it.
    owed_minor  bigint not null check (owed_minor > 0),
    offer_minor bigint not null check (offer_minor > 0 and offer_minor < owed_minor),
    pay_by      date not null check (pay_by >= offered_on),
    note        text not null default '',
    -- Within the discretion of whoever offers it; else somebody else decides.
    is_alone    boolean not null,
    offered_on  date not null,
    offered_by  text not null check (offered_by <> ''),
    recorded_at timestamptz not null default clock_timestamp(),
    unique (id, offered_by)
);
create index settlement_by_account on collections.settlement (account_id, id desc);

create table collections.settlement_item (
    settlement_id bigint not null references collections.settlement,
    item_id       bigint not null references ledger.item,
    document      text not null,
    open_minor    bigint not null check (open_minor > 0),
    primary key (settlement_id, item_id)
);
create index settlement_item_by_item on collections.settlement_item (item_id);

-- Nobody decides about their own: the database holds it too.
create table collections.settlement_decision (
    settlement_id bigint primary key,
    offered_by    text not null,
    decision      text not null check (decision in ('APPROVED', 'REFUSED')),
    words         text not null default '',
    decided_on    date not null,
    decided_by    text not null check (decided_by <> offered_by),
    recorded_at   timestamptz not null default clock_timestamp(),
    foreign key (settlement_id, offered_by) references collections.settlement (id, offered_by),
    check (decision = 'APPROVED' or words <> '')
);

-- What is to be paid is a promise while the offer stands, and is checked as one.
create table collections.settlement_promise (
    settlement_id bigint primary key references collections.settlement,
    promise_id    bigint not null unique references collections.promise
);

create table collections.settlement_end (
    settlement_id bigint primary key references collections.settlement,
    outcome       text not null check (outcome in ('KEPT', 'BROKEN', 'WITHDRAWN')),
    reason        text not null default '',
    ended_on      date not null,
    actor         text not null check (actor <> ''),
    -- Of the transaction: what it asks to be written off is as old.
    recorded_at   timestamptz not null default now(),
    check (outcome = 'KEPT' or reason <> '')
);

-- For those below: write-offs that were asked for, and their answers.
create view cash.write_off_view as
select r.id as request_id, r.item_id, r.amount_minor, r.currency, r.requested_at, d.decision
from cash.request r
left join cash.request_decision d on d.request_id = r.id
where r.deed = 'WRITE_OFF';

-- What of open items is not asked for because of a settlement that stands, or that was kept and waits for its write-off. The discount is
-- spread over what is still open, the latest due first, as money is taken for the oldest. The account is part of the partition, so that
-- a question about one account looks at its settlements alone.
create view collections.forgone_view as
select x.account_id, x.settlement_id, x.item_id, least(x.open_minor, x.discount_minor - x.before_minor) as forgone_minor
from (
    select
        s.account_id, s.id as settlement_id, i.item_id, o.open_minor, s.owed_minor - s.offer_minor as discount_minor,
        coalesce(sum(o.open_minor) over (
            partition by s.account_id, s.id order by o.due_date desc, o.item_id desc rows between unbounded preceding and 1 preceding), 0)::bigint
            as before_minor
    from collections.settlement s
    join collections.settlement_item i on i.settlement_id = s.id
    join ledger.open_item_view o on o.item_id = i.item_id and o.open_minor > 0
    left join collections.settlement_decision d on d.settlement_id = s.id
    left join collections.settlement_end e on e.settlement_id = s.id
    where (s.is_alone or d.decision = 'APPROVED')
      and (
        e.settlement_id is null
        or (e.outcome = 'KEPT' and not exists (
            select from cash.write_off_view w
            where w.item_id = i.item_id and w.requested_at >= e.recorded_at and w.decision is not null))
      )
) x
where x.before_minor < x.discount_minor;

grant select, insert on collections.settlement, collections.settlement_item, collections.settlement_decision,
    collections.settlement_promise, collections.settlement_end to ${app_role};
grant select on cash.write_off_view, collections.forgone_view to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
