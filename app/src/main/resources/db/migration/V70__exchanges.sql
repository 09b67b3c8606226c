-- Payments that are credited in another currency than they were received in, because that is the currency of what they pay.

-- What was received, what is credited for it, and what it was worth at the rates of its day. Where no rate is known, the bank has told
-- what the payer sent.
create table cash.exchange (
    id            bigint generated always as identity primary key,
    payment_id    bigint not null references cash.payment,
    paid_minor    bigint not null check (paid_minor > 0),
    currency      char(3) not null,
    taken_minor   bigint not null check (taken_minor > 0),
    at_rate_minor bigint check (at_rate_minor > 0),
    basis         text not null check (basis in ('BANK', 'ITEMS', 'DAY', 'HAND')),
    told          text not null check (told <> ''),
    business_date date not null,
    actor         text not null,
    recorded_at   timestamptz not null default now(),
    check (at_rate_minor is not null or basis = 'BANK')
);
create index exchange_by_payment on cash.exchange (payment_id);
create index exchange_by_day on cash.exchange (business_date, id);

-- An identification says what of the payment it is (amount_minor, in the payment's currency) and what the account is credited for it.
alter table cash.identification
    add column credit_minor bigint,
    add column exchange_id  bigint references cash.exchange;
update cash.identification
set credit_minor = amount_minor;
alter table cash.identification
    alter column credit_minor set not null,
    add constraint identification_credit_check check (credit_minor > 0 and (exchange_id is not null or credit_minor = amount_minor));

-- As what a proposal would take the payment, where that is another currency.
create table cash.proposal_exchange (
    verdict_id  bigint primary key references cash.verdict,
    currency    char(3) not null,
    taken_minor bigint not null check (taken_minor > 0),
    told        text not null check (told <> '')
);

-- What of a payment stands for so many minor units of the credit that it has become.
create function cash.paid_for(credit_minor numeric, i cash.identification)
    returns bigint
    language sql immutable
as $$
    select case
        when i.exchange_id is null then credit_minor::bigint
        else round(credit_minor * i.amount_minor / i.credit_minor)::bigint
    end
$$;

create or replace view cash.money_view as
select
    p.id as payment_id, p.amount_minor,
    i.amount_minor - r.moved_minor as identified_minor,
    o.open_minor as on_account_minor,
    r.refunded_minor,
    i.amount_minor - r.moved_minor - r.refunded_minor - o.open_minor as applied_minor,
    p.amount_minor - (i.amount_minor - r.moved_minor) as unidentified_minor
from cash.payment p
cross join lateral (
    select array[p.id, (select j.hand_payment_id from cash.hand_join j where j.bank_payment_id = p.id)] as ids
) e
cross join lateral (
    select coalesce(sum(x.amount_minor), 0)::bigint as amount_minor
    from cash.identification x
    where x.payment_id = any(e.ids)
) i
cross join lateral (
    select
        coalesce(sum(x.amount_minor) filter (where x.kind <> 'REFUND'), 0)::bigint as moved_minor,
        coalesce(sum(x.amount_minor) filter (where x.kind = 'REFUND'), 0)::bigint as refunded_minor
    from cash.retraction x
    where x.payment_id = any(e.ids)
) r
cross join lateral (
    select coalesce(sum(cash.paid_for(-l.open_minor, x)), 0)::bigint as open_minor
    from cash.identification x
    join ledger.open_item_view l on l.item_id = x.item_id
    where x.payment_id = any(e.ids)
) o
where p.kind in ('PAYMENT', 'BY_HAND')
  and p.amount_minor > 0
  and not exists (select from cash.hand_join j where j.hand_payment_id = p.id);

-- As before, credit by credit: the parts of a credit in another currency are seen in the currency of the payment, one after the other, so
-- that they sum to what was received exactly if the parts of the credit sum to it.
create or replace function cash.money_at(as_of date)
    returns table (
        payment_id bigint, bank_account_id bigint, kind text, currency char(3), received_minor bigint, applied_minor bigint,
        on_account_minor bigint, refunded_minor bigint, corrected_minor bigint, unidentified_minor bigint)
    language sql stable
as $$
    with joined as (
        select j.hand_payment_id, j.bank_payment_id
        from cash.hand_join j
        where j.business_date <= as_of
    ), credit as (
        select coalesce(j.bank_payment_id, i.payment_id) as payment_id, i as identification, i.item_id, i.amount_minor
        from cash.identification i
        left join joined j on j.hand_payment_id = i.payment_id
        where i.business_date <= as_of
    ), moved as (
        select coalesce(j.bank_payment_id, r.payment_id) as payment_id,
               sum(r.amount_minor) filter (where r.kind <> 'REFUND') as moved_minor,
               sum(r.amount_minor) filter (where r.kind = 'REFUND') as refunded_minor
        from cash.retraction r
        left join joined j on j.hand_payment_id = r.payment_id
        where r.business_date <= as_of
        group by 1
    ), posted as (
        select p.item_id,
               sum(p.delta_minor) filter (where p.business_date <= as_of and p.allocation_id is not null) as applied_minor,
               sum(p.delta_minor) filter (
                   where p.business_date <= as_of
                     and p.allocation_id is null
                     and p.kind not in ('TAKEN_BACK', 'TRANSFER', 'REFUND')) as corrected_minor,
               sum(p.delta_minor) filter (where p.business_date > as_of) as later_minor
        from credit c
        join ledger.posting_view p on p.item_id = c.item_id
        group by p.item_id
    ), part as (
        select c.payment_id, c.identification, c.amount_minor,
               coalesce(t.applied_minor, 0) as applied_minor,
               coalesce(t.later_minor, 0) - coalesce(o.open_minor, 0) as on_account_minor,
               coalesce(t.corrected_minor, 0) as corrected_minor
        from credit c
        left join posted t on t.item_id = c.item_id
        left join ledger.open_item_view o on o.item_id = c.item_id
    ), seen as (
        select s.payment_id,
               sum(s.amount_minor) as identified_minor,
               sum(cash.paid_for(s.applied_minor, s.identification)) as applied_minor,
               sum(cash.paid_for(s.applied_minor + s.on_account_minor, s.identification)
                   - cash.paid_for(s.applied_minor, s.identification)) as on_account_minor,
               sum(cash.paid_for(s.applied_minor + s.on_account_minor + s.corrected_minor, s.identification)
                   - cash.paid_for(s.applied_minor + s.on_account_minor, s.identification)) as corrected_minor
        from part s
        group by s.payment_id
    )
    select p.id, p.bank_account_id, p.kind, p.currency, p.amount_minor,
           coalesce(s.applied_minor, 0)::bigint,
           coalesce(s.on_account_minor, 0)::bigint,
           coalesce(m.refunded_minor, 0)::bigint,
           coalesce(s.corrected_minor, 0)::bigint,
           (p.amount_minor - coalesce(s.identified_minor, 0) + coalesce(m.moved_minor, 0))::bigint
    from cash.payment p
    left join seen s on s.payment_id = p.id
    left join moved m on m.payment_id = p.id
    where p.kind in ('PAYMENT', 'BY_HAND')
      and p.amount_minor > 0
      and p.booking_date <= as_of
      and p.id not in (select j.hand_payment_id from joined j)
$$;

create or replace view ledger.allocation_view as
select a.id as allocation_id, a.amount_minor, a.recorded_at, a.credit_item_id
from ledger.allocation a;

create or replace view cash.score_view as
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
           coalesce(
               sum(case when i.exchange_id is null then a.amount_minor else cash.paid_for(a.amount_minor, i) end)
                   filter (where v.decision = 'APPLIED' and a.recorded_at <= v.decided_at),
               0)::bigint as automatic_minor
    from cash.application x
    join ledger.allocation_view a on a.allocation_id = x.allocation_id
    left join cash.identification i on i.item_id = a.credit_item_id
    where x.payment_id = p.id
) l
where p.kind = 'PAYMENT' and p.amount_minor > 0;

grant select, insert on cash.exchange, cash.proposal_exchange to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
grant execute on function cash.paid_for(numeric, cash.identification), cash.money_at(date) to ${app_role};
