-- The accounts of a roll-out and what came of each since it came in: contacts that reached out, and money in its entity's currency. A contact
-- about several of them counts once, at the first. Of the day on which an account came in, what was done before its moment does not count,
-- and no money, for nobody knows at which hour it came. Of one that changed sides nothing counts from that moment on, and no money after that day.
-- Binds: version, last day, actions that are contacts, whose accounts.
with chosen as materialized (
    select
        r.account_id, r.held_out, r.entered_on, r.entered_at, r.currencies, r.overdue_minor, a.bucket, a.entity_currency, a.entity_code,
        a.account_number, a.customer_id, a.customer_name, least({1}, x.crossed_on) as until_day, x.crossed_on, x.crossed_at
    from collections.rollout_account r
    join ledger.account_view a on a.account_id = r.account_id
    left join collections.rollout_crossing x on x.strategy_id = r.strategy_id and x.account_id = r.account_id
    where r.strategy_id = {0}
      and {3}
),
contacted as (
    select f.account_id, count(*) as contacts
    from (
        select distinct on (d.deed_id) d.account_id
        from chosen c
        join collections.contact_made d on d.account_id = c.account_id
        where d.made_on between c.entered_on and c.until_day
          and (c.crossed_at is null or d.recorded_at < c.crossed_at)
          and (d.made_on > c.entered_on or d.recorded_at >= c.entered_at)
          and d.action = any({2})
          and not exists (select from collections.message_unsent n where n.message_id = d.message_id)
          and not exists (select from collections.deed_taken_back b where b.deed_id = d.deed_id)
          -- What still waits to leave is no contact yet.
          and not exists (
              select from correspondence.message_view w where w.message_id = d.message_id and w.state in ('QUEUED', 'SENDING'))
        order by d.deed_id, d.account_id
    ) f
    group by f.account_id
)
select
    c.account_id, c.held_out, c.entered_on, (c.bucket % 50)::int as part, c.entity_currency as currency, c.entity_code, c.account_number,
    c.customer_id, c.customer_name, coalesce(o.overdue_minor, 0)::bigint as overdue_minor, coalesce(t.contacts, 0)::bigint as contacts,
    coalesce(m.cash_minor, 0)::bigint as cash_minor, c.crossed_on
from chosen c
left join contacted t on t.account_id = c.account_id
left join lateral (
    select sum(u.overdue_minor) as overdue_minor
    from unnest(c.currencies, c.overdue_minor) u (currency, overdue_minor)
    where u.currency = c.entity_currency
) o on true
left join lateral (
    select sum(v.amount_minor) as cash_minor
    from ledger.receipt_view v
    where v.account_id = c.account_id
      and v.currency = c.entity_currency
      and v.received_on > c.entered_on
      and v.received_on <= c.until_day
) m on true
