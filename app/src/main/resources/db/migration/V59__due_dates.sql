-- A due date that was wrong, or was put off by agreement. What was entered stays; the last change counts, from its business date on.
create table ledger.due_date_change (
    id            bigint generated always as identity primary key,
    item_id       bigint not null references ledger.item,
    account_id    bigint not null,
    -- What counted before: whoever looks at an earlier day reads it here, without the history in between.
    was           date not null,
    due_date      date not null check (due_date <> was),
    business_date date not null,
    reason        text not null check (reason <> ''),
    actor         text not null,
    recorded_at   timestamptz not null default clock_timestamp()
);
create index due_date_change_by_item on ledger.due_date_change (item_id, id);
create index due_date_change_by_account on ledger.due_date_change (account_id);

create or replace view ledger.settled_item_view as
select i.id as item_id, i.account_id, i.document, i.currency, i.original_minor, coalesce(d.due_date, i.due_date) as due_date
from ledger.item i
left join lateral (
    select c.due_date from ledger.due_date_change c where c.item_id = i.id order by c.id desc limit 1
) d on true
where i.original_minor > 0
  and not (i.source = 'bank' and i.kind = 'JOURNAL')
  and not exists (select from ledger.open_item o where o.item_id = i.id);

create or replace view ledger.paid_view as
select
    p.posting_id, p.account_id, p.item_id, i.document, i.document_date, coalesce(d.due_date, i.due_date) as due_date,
    p.business_date as posted_on, coalesce(c.posted_on, p.business_date) as paid_on, i.currency, -p.delta_minor as amount_minor
from ledger.posting_view p
join ledger.item i on i.id = p.item_id and i.original_minor > 0 and not (i.source = 'bank' and i.kind = 'JOURNAL')
left join ledger.allocation a on a.id = p.allocation_id
left join ledger.item c on c.id = a.credit_item_id
left join lateral (
    select h.due_date from ledger.due_date_change h where h.item_id = i.id order by h.id desc limit 1
) d on true
where p.delta_minor < 0
  and ((p.kind = 'ALLOCATION' and c.kind = 'PAYMENT') or p.kind = 'CLEARED_IN_ERP')
  and not exists (select from ledger.posting r where r.reverses_id = p.posting_id);

create or replace view ledger.item_life_view as
select
    a.bucket, i.account_id, i.id as item_id, i.kind, i.document, i.document_date, coalesce(d.due_date, i.due_date) as due_date, i.posted_on,
    i.currency, i.original_minor, p.changed_on, p.delta_minor, p.last_on, i.original_minor + coalesce(p.sum_minor, 0) as open_minor
from ledger.item i
join ledger.account a on a.id = i.account_id
left join lateral (
    select
        array_agg(c.business_date order by c.id) as changed_on,
        array_agg(c.delta_minor order by c.id) as delta_minor,
        max(c.business_date) as last_on,
        sum(c.delta_minor)::bigint as sum_minor
    from ledger.posting c
    where c.item_id = i.id
) p on true
left join lateral (
    select c.due_date from ledger.due_date_change c where c.item_id = i.id order by c.id desc limit 1
) d on true;

grant select, insert on ledger.due_date_change to ${app_role};
grant usage on all sequences in schema ledger to ${app_role};
