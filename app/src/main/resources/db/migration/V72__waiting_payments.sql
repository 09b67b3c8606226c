-- What of the payments waits, kept beside them: the desk's work costs what waits, whatever was ever received.

-- Payments of which somebody has yet to say whose the money is. A row may outstay its reason, and none is missing: whoever reads it asks
-- cash.money_view how much it is.
create table cash.unidentified (
    payment_id bigint primary key references cash.payment
);
insert into cash.unidentified (payment_id)
select m.payment_id
from cash.money_view m
where m.unidentified_minor > 0;

create function cash.keep_received() returns trigger
    language plpgsql security definer set search_path = cash, pg_temp
as $$
begin
    insert into cash.unidentified (payment_id)
    select n.id
    from new_rows n
    where n.kind in ('PAYMENT', 'BY_HAND') and n.amount_minor > 0;
    return null;
end
$$;
create trigger keep_received after insert on cash.payment
    referencing new table as new_rows for each statement execute function cash.keep_received();

create function cash.keep_identified() returns trigger
    language plpgsql security definer set search_path = cash, pg_temp
as $$
begin
    -- Summed up for what was touched alone: the view would be worked out for more than that.
    with touched as (
        select n.payment_id as id from new_rows n
        union
        select j.bank_payment_id from new_rows n join cash.hand_join j on j.hand_payment_id = n.payment_id
    ), source as (
        select t.id, t.id as payment_id from touched t
        union all
        select t.id, j.hand_payment_id from touched t join cash.hand_join j on j.bank_payment_id = t.id
    ), given as (
        select s.id, sum(i.amount_minor) as minor
        from source s
        join cash.identification i on i.payment_id = s.payment_id
        group by s.id
    ), taken as (
        select s.id, sum(r.amount_minor) as minor
        from source s
        join cash.retraction r on r.payment_id = s.payment_id and r.kind <> 'REFUND'
        group by s.id
    )
    delete from cash.unidentified u
    using cash.payment p
    join given g on g.id = p.id
    left join taken k on k.id = p.id
    where u.payment_id = p.id and p.amount_minor = g.minor - coalesce(k.minor, 0);
    return null;
end
$$;
create trigger keep_identified after insert on cash.identification
    referencing new table as new_rows for each statement execute function cash.keep_identified();

create function cash.keep_taken_back() returns trigger
    language plpgsql security definer set search_path = cash, pg_temp
as $$
begin
    insert into cash.unidentified (payment_id)
    select coalesce(j.bank_payment_id, n.payment_id)
    from new_rows n
    left join cash.hand_join j on j.hand_payment_id = n.payment_id
    where n.kind <> 'REFUND'
    on conflict do nothing;
    return null;
end
$$;
create trigger keep_taken_back after insert on cash.retraction
    referencing new table as new_rows for each statement execute function cash.keep_taken_back();

-- Money accepted by hand counts with the bank's line of it from then on.
create function cash.keep_joined() returns trigger
    language plpgsql security definer set search_path = cash, pg_temp
as $$
begin
    delete from cash.unidentified u
    using new_rows n
    where u.payment_id = n.hand_payment_id;
    delete from cash.unidentified u
    using new_rows n
    join cash.money_view m on m.payment_id = n.bank_payment_id
    where u.payment_id = n.bank_payment_id and m.unidentified_minor = 0;
    return null;
end
$$;
create trigger keep_joined after insert on cash.hand_join
    referencing new table as new_rows for each statement execute function cash.keep_joined();

create index open_item_payments on ledger.open_item (item_id) where kind = 'PAYMENT';

-- Payments of which something may be to decide: whose is not said, or which lie on account. Each credit that is open is looked up by
-- itself: however many payments were ever identified, none of the others is read.
create view cash.waiting_view as
select u.payment_id
from cash.unidentified u
union
select coalesce(j.bank_payment_id, c.payment_id)
from ledger.open_item_view o
cross join lateral (
    select i.payment_id
    from cash.identification i
    where i.item_id = o.item_id
    limit 1
) c
left join cash.hand_join j on j.hand_payment_id = c.payment_id
where o.kind = 'PAYMENT';

grant select on cash.unidentified, cash.waiting_view to ${app_role};
