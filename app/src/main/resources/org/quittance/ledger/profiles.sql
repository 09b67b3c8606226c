-- What portfolio rules ask of accounts, one row each. Parts: which accounts "a", which open items "i", whether those that lie by hand too.
select
    a.id as account_id, a.portfolio_id, e.code as entity_code, c.country, c.segment, c.name, o.currencies, o.minors
from ledger.account a
join ledger.entity e on e.id = a.entity_id
join ledger.customer c on c.id = a.customer_id
left join lateral (
    select m.by_hand
    from ledger.account_move m
    where m.account_id = a.id
    order by m.move_id desc
    limit 1
) last on true
left join (
    select s.account_id, array_agg(s.currency) as currencies, array_agg(s.minor) as minors
    from (
        select i.account_id, i.currency::text as currency, sum(i.open_minor)::bigint as minor
        from ledger.open_item i
        where {1}
        group by i.account_id, i.currency
    ) s
    group by s.account_id
) o on o.account_id = a.id
where {0}
  and ({2} or not coalesce(last.by_hand, false))
