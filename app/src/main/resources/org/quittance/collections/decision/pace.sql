-- How late all customers pay, counted anew from the habits.
insert into collections.pace (days_late, items)
select d.days_late, count(*)
from collections.habit h
cross join lateral unnest(h.lateness) as d (days_late)
group by d.days_late
