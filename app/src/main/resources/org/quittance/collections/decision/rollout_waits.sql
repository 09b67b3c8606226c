-- How long the items of a roll-out's accounts waited, from the day on which they were due and their account was in. What was settled before
-- the account came in is left out, and what is not due yet. One that changed sides is watched until that day. Binds: version, last day, whose accounts.
select w.part, w.held_out, w.days, w.settled, count(*) as items
from (
    select
        (a.bucket % 50)::int as part, r.held_out, i.open_minor = 0 and i.last_on <= u.until_day as settled,
        greatest(
            0,
            case when i.open_minor = 0 and i.last_on <= u.until_day then i.last_on else u.until_day end
                - greatest(i.due_date, r.entered_on)) as days
    from collections.rollout_account r
    join ledger.account_view a on a.account_id = r.account_id
    left join collections.rollout_crossing x on x.strategy_id = r.strategy_id and x.account_id = r.account_id
    cross join lateral (select least({1}, x.crossed_on) as until_day) u
    join ledger.item_life_view i on i.account_id = r.account_id
    where r.strategy_id = {0}
      and {2}
      and i.original_minor > 0
      and i.posted_on <= u.until_day
      and greatest(i.due_date, r.entered_on) <= u.until_day
      and not (i.open_minor = 0 and i.last_on < r.entered_on)
) w
group by w.part, w.held_out, w.days, w.settled
order by w.part, w.held_out, w.days, w.settled
