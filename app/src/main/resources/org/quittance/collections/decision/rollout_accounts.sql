-- The accounts of a roll-out and what came of each since it came in: contacts that reached out, and money in its entity's currency.
-- Binds: version, last day, actions that are contacts, whose accounts.
select
    r.account_id, r.held_out, r.entered_on, (a.bucket % 50)::int as part, a.entity_currency as currency, a.entity_code, a.account_number,
    a.customer_id, a.customer_name, coalesce(o.overdue_minor, 0)::bigint as overdue_minor, c.contacts,
    coalesce(m.cash_minor, 0)::bigint as cash_minor
from collections.rollout_account r
join ledger.account_view a on a.account_id = r.account_id
left join lateral (
    select sum(u.overdue_minor) as overdue_minor
    from unnest(r.currencies, r.overdue_minor) u (currency, overdue_minor)
    where u.currency = a.entity_currency
) o on true
left join lateral (
    select count(*) as contacts
    from collections.contact_made d
    where d.account_id = r.account_id
      and d.made_on between r.entered_on and {1}
      and d.action = any({2})
      and not exists (select from collections.message_unsent n where n.message_id = d.message_id)
) c on true
left join lateral (
    select sum(v.amount_minor) as cash_minor
    from ledger.receipt_view v
    where v.account_id = r.account_id
      and v.currency = a.entity_currency
      and v.received_on between r.entered_on and {1}
) m on true
where r.strategy_id = {0}
  and {3}
