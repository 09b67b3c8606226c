-- Money that a person accepts before the bank reports it: a cheque, a transfer that was advised, cash, a card payment by link. It has a
-- book of its own, and is joined to the bank's line when that arrives, so that the money counts once.
alter table cash.statement
    drop constraint statement_kind_check,
    add constraint statement_kind_check check (kind in ('STATEMENT', 'INTRADAY', 'NOTIFICATION', 'BY_HAND'));
alter table cash.payment
    drop constraint payment_kind_check,
    add constraint payment_kind_check check (kind in ('PAYMENT', 'RETURN', 'REVERSAL', 'BY_HAND'));

create table cash.hand_receipt (
    payment_id bigint primary key references cash.payment,
    means      text not null check (means in ('CHEQUE', 'TRANSFER_ADVICE', 'CASH', 'CARD_LINK')),
    -- The cheque's number, the advice's reference, the link's number: by it the bank's line is known again. Never a card's number.
    reference  text not null,
    actor      text not null
);

create table cash.hand_join (
    hand_payment_id bigint primary key references cash.hand_receipt (payment_id),
    bank_payment_id bigint not null unique references cash.payment,
    business_date   date not null,
    reason          text not null,
    actor           text not null,
    joined_at       timestamptz not null default now()
);

-- A bank's line stands for what was entered by hand for it; what was entered by hand is money of its own until then.
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
    select coalesce(-sum(l.open_minor), 0)::bigint as open_minor
    from cash.identification x
    join ledger.open_item_view l on l.item_id = x.item_id
    where x.payment_id = any(e.ids)
) o
where p.kind in ('PAYMENT', 'BY_HAND')
  and p.amount_minor > 0
  and not exists (select from cash.hand_join j where j.hand_payment_id = p.id);

drop function cash.money_at(date);
create function cash.money_at(as_of date)
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
        select coalesce(j.bank_payment_id, i.payment_id) as payment_id, i.item_id, i.amount_minor
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
    select p.id, p.bank_account_id, p.kind, p.currency, p.amount_minor,
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
    where p.kind in ('PAYMENT', 'BY_HAND')
      and p.amount_minor > 0
      and p.booking_date <= as_of
      and p.id not in (select j.hand_payment_id from joined j)
$$;

grant select, insert on cash.hand_receipt, cash.hand_join to ${app_role};
grant execute on function cash.money_at(date) to ${app_role};
