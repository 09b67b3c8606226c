-- How long the items of a roll-out's accounts waited, from the day on which they were due and their account was in. What was settled before
-- the account came in is left out, and what is not due yet. Binds: version, last day, whose accounts.
select w.part, w.held_out, w.days, w.settled, count(*) as items
from (
    select
        (a.bucket % 50)::int as part, r.held_out, i.open_minor = 0 as settled,
        greatest(0, case when i.open_minor = 0 then i.last_on else {1} end - greatest(i.due_date, r.entered_on)) as days
    from collections.rollout_account r
    join ledger.account_view a on a.account_id = r.account_id
    join ledger.item_life_view i on i.account_id = r.account_id
    where r.strategy_id = {0}
      and {2}
      and i.original_minor > 0
      and i.posted_on <= {1}
      and greatest(i.due_date, r.entered_on) <= {1}
      and not (i.open_minor = 0 and i.last_on < r.entered_on)
) w
group by w.part, w.held_out, w.days, w.settled
order by w.part, w.held_out, w.days, w.settled
