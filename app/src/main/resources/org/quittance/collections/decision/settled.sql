-- The last settled debits of each account on which something was posted lately, the latest first. Account by account: it goes back only as far as
-- there are enough. Binds: recorded since, how many parts, which part,
-- first business date, last business date, how many items for each account.
with moved as (
    select distinct p.account_id
    from ledger.posting_view p
    where p.recorded_at >= {0} and p.account_id % {1} = {2}
)
select m.account_id, r.item_id, r.currency, r.original_minor, r.due_date, r.settled_on
from moved m
cross join lateral (
    select c.item_id, s.currency, s.original_minor, s.due_date, c.settled_on
    from (
        select p.item_id, max(p.business_date) as settled_on
        from ledger.posting_view p
        where p.account_id = m.account_id and p.business_date between {3} and {4}
        group by p.item_id
        having not bool_or(p.kind = 'WRITE_OFF')
        order by settled_on desc, p.item_id
    ) c
    join ledger.settled_item_view s on s.item_id = c.item_id
    order by c.settled_on desc, c.item_id
    limit {5}
) r
order by m.account_id, r.settled_on desc, r.item_id
