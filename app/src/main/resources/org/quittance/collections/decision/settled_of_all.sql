-- The last settled debits of each account of the whole book, the latest first: what settled.sql says of a few, read at once.
-- Binds: recorded since, how many parts, which part,
-- first business date, last business date, how many items for each account.
with moved as (
    select distinct p.account_id
    from ledger.posting_view p
    where p.recorded_at >= {0} and p.account_id % {1} = {2}
), closed as (
    select p.account_id, p.item_id, max(p.business_date) as settled_on
    from ledger.posting_view p
    join moved m on m.account_id = p.account_id
    where p.business_date between {3} and {4}
    group by p.account_id, p.item_id
    having not bool_or(p.kind = 'WRITE_OFF')
), ranked as (
    select
        s.account_id, s.item_id, s.currency, s.original_minor, s.due_date, c.settled_on,
        row_number() over (partition by c.account_id order by c.settled_on desc, c.item_id) as rank
    from closed c
    join ledger.settled_item_view s on s.item_id = c.item_id
)
select account_id, item_id, currency, original_minor, due_date, settled_on
from ranked
where rank <= {5}
order by account_id, rank
