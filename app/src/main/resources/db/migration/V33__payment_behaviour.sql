-- Money that came for an item, with what tells how late it was. Unlike receipt_view it also has what was cleared before the item came
-- here: that says nothing of a promise, and much of a habit.
create view ledger.paid_view as
select
    p.posting_id, p.account_id, p.item_id, i.document, i.document_date, i.due_date, p.business_date as posted_on,
    coalesce(c.posted_on, p.business_date) as paid_on, i.currency, -p.delta_minor as amount_minor
from ledger.posting_view p
join ledger.item i on i.id = p.item_id and i.original_minor > 0
left join ledger.allocation a on a.id = p.allocation_id
left join ledger.item c on c.id = a.credit_item_id
where p.delta_minor < 0
  and ((p.kind = 'ALLOCATION' and c.kind = 'PAYMENT') or p.kind = 'CLEARED_IN_ERP')
  and not exists (select from ledger.posting r where r.reverses_id = p.posting_id);

grant select on ledger.paid_view to ${app_role};

-- How each account pays, as of the day on which it was last worked out; a projection of the postings of two years.
create table collections.behaviour (
    account_id      bigint primary key references ledger.account,
    worked_out_on   date not null,
    months          int not null check (months > 0),
    days_beyond     int,
    real_terms_days int,
    lateness        text not null check (lateness in ('TOO_LITTLE_KNOWN', 'ON_TIME', 'SOMETIMES_LATE', 'ROUTINELY_LATE')),
    trend           text not null check (trend in ('UNKNOWN', 'EARLIER', 'STEADY', 'LATER')),
    changed_since   date,
    days_before     int,
    days_now        int,
    pay_run         text not null,
    check ((changed_since is null) = (days_before is null) and (changed_since is null) = (days_now is null))
);
create index behaviour_by_day on collections.behaviour (worked_out_on);
create index behaviour_by_lateness on collections.behaviour (lateness, days_beyond desc, account_id);

create table collections.behaviour_mark (
    only_one   boolean primary key default true check (only_one),
    read_until timestamptz not null
);

grant select, insert, update, delete on collections.behaviour, collections.behaviour_mark to ${app_role};
