-- What came for the items of each account whose behaviour is to be worked out: those with postings since, and those whose months have
-- moved on.
-- Binds: recorded since, worked out before, first business date, last business date.
with moved as (
    select distinct p.account_id
    from ledger.posting_view p
    where p.recorded_at >= {0}
    union
    select b.account_id
    from collections.behaviour b
    where b.worked_out_on < {1}
)
select p.account_id, a.terms_days, p.item_id, p.currency, p.amount_minor, p.document_date, p.due_date, p.paid_on
from moved m
join ledger.account_view a on a.account_id = m.account_id
join ledger.paid_view p on p.account_id = m.account_id
where p.posted_on between {2} and {3}
order by p.account_id, p.paid_on, p.posting_id
