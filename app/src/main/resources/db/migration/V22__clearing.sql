-- Unallocated cash and its service level, the certificate at a date, and the scorecard.

-- Within how many days unallocated cash is to be cleared; the manager keeps it.
create table cash.service_level (
    reason text primary key check (reason in ('UNIDENTIFIED', 'ON_ACCOUNT')),
    days   int not null check (days between 1 and 365)
);
insert into cash.service_level (reason, days)
values ('UNIDENTIFIED', 5), ('ON_ACCOUNT', 10);

-- Where the money of every received line stood at the end of a business date. Each part is taken from where it is recorded: received from
-- the bank's lines, identified and refunded from the desk's rows, applied and corrected from postings, on account from the projection
-- less what was posted since. That they sum to what was received is therefore a finding, and no arithmetic.
create function cash.money_at(as_of date)
    returns table (
        payment_id bigint, bank_account_id bigint, currency char(3), received_minor bigint, applied_minor bigint,
        on_account_minor bigint, refunded_minor bigint, corrected_minor bigint, unidentified_minor bigint)
    language sql stable
as $$
    with credit as (
        select i.payment_id, i.item_id, i.amount_minor
        from cash.identification i
        where i.business_date <= as_of
    ), moved as (
        select r.payment_id,
               sum(r.amount_minor) filter (where r.kind <> 'REFUND') as moved_minor,
               sum(r.amount_minor) filter (where r.kind = 'REFUND') as refunded_minor
        from cash.retraction r
        where r.business_date <= as_of
        group by r.payment_id
    ), posted as (
        select c.payment_id,
               sum(p.delta_minor) filter (where p.business_date <= as_of and p.allocation_id is not null) as applied_minor,
               sum(p.delta_minor) filter (
                   where p.business_date <= as_of
                     and p.allocation_id is null
                     and p.kind not in ('TAKEN_BACK', 'TRANSFER', 'REFUND')) as corrected_minor,
               sum(p.delta_minor) filter (where p.business_date > as_of) as later_minor
        from credit c
        join ledger.posting_view p on p.item_id = c.item_id
        group by c.payment_id
    ), still_open as (
        select c.payment_id, sum(o.open_minor) as open_minor
        from credit c
        join ledger.open_item_view o on o.item_id = c.item_id
        group by c.payment_id
    ), identified as (
        select c.payment_id, sum(c.amount_minor) as amount_minor
        from credit c
        group by c.payment_id
    )
    select p.id, p.bank_account_id, p.currency, p.amount_minor,
           coalesce(t.applied_minor, 0)::bigint,
           (coalesce(t.later_minor, 0) - coalesce(o.open_minor, 0))::bigint,
           coalesce(m.refunded_minor, 0)::bigint,
           coalesce(t.corrected_minor, 0)::bigint,
           (p.amount_minor - coalesce(i.amount_minor, 0) + coalesce(m.moved_minor, 0))::bigint
    from cash.payment p
    left join identified i on i.payment_id = p.id
    left join moved m on m.payment_id = p.id
    left join posted t on t.payment_id = p.id
    left join still_open o on o.payment_id = p.id
    where p.kind = 'PAYMENT' and p.amount_minor > 0 and p.booking_date <= as_of
$$;

create view ledger.allocation_view as
select a.id as allocation_id, a.amount_minor, a.recorded_at
from ledger.allocation a;

-- One row for each received payment that was ever decided, with what the scorecard counts.
create view cash.score_view as
select
    p.id as payment_id, p.entity_id, p.currency, p.amount_minor, p.payer_name, p.booking_date,
    date_trunc('month', p.booking_date)::date as month,
    coalesce(e.kind, 'NOTHING_FOUND') as evidence_kind,
    v.decision as first_decision,
    -- Lines and money that the matcher applied by itself, as it did at first, and all that were ever applied.
    l.lines, l.automatic_lines, l.automatic_minor,
    exists (
        select
        from cash.undo u
        where u.payment_id = p.id
          and v.decision in ('APPLIED', 'ON_ACCOUNT')
          and u.verdict_id = v.id
          and u.reason in ('WRONG_ITEM', 'WRONG_CUSTOMER', 'WRONG_AMOUNT')
          and u.undone_at < v.decided_at + interval '60 days') as is_false_match,
    (select count(*) from cash.verdict h where h.payment_id = p.id and h.decision = 'BY_HAND')
        + (select count(*) from cash.undo u where u.payment_id = p.id)
        + (select count(*) from cash.parking k where k.payment_id = p.id) as touches,
    (select extract(epoch from min(i.identified_at) - p.recorded_at) / 60
     from cash.identification i
     where i.payment_id = p.id)::numeric(18, 1) as minutes_to_post
from cash.payment p
join lateral (
    select f.id, f.decision, f.decided_at
    from cash.verdict f
    where f.payment_id = p.id
    order by f.id
    limit 1
) v on true
left join cash.evidence e on e.verdict_id = v.id and e.rank = 0
cross join lateral (
    select count(*) as lines,
           count(*) filter (where v.decision = 'APPLIED' and a.recorded_at <= v.decided_at) as automatic_lines,
           coalesce(sum(a.amount_minor) filter (where v.decision = 'APPLIED' and a.recorded_at <= v.decided_at), 0)::bigint
               as automatic_minor
    from cash.application x
    join ledger.allocation_view a on a.allocation_id = x.allocation_id
    where x.payment_id = p.id
) l
where p.kind = 'PAYMENT' and p.amount_minor > 0;

grant select, insert, update on cash.service_level to ${app_role};
grant select on cash.score_view, ledger.allocation_view to ${app_role};
grant execute on function cash.money_at(date) to ${app_role};
