-- The business day on which accounts went to another portfolio.
alter table ledger.portfolio_move add column moved_on date;
update ledger.portfolio_move set moved_on = (recorded_at at time zone 'UTC')::date;
alter table ledger.portfolio_move alter column moved_on set not null;

-- In which portfolio an account lay, from a day on and before another; the day of a move belongs to where it went. Where it lay before its
-- first move is not always known: then it has lain where that took it.
create view ledger.portfolio_stay_view as
with moved as (
    select
        m.account_id, m.from_id, m.to_id, p.moved_on,
        lead(p.moved_on) over (partition by m.account_id order by m.move_id) as next_on,
        row_number() over (partition by m.account_id order by m.move_id) as place
    from ledger.account_move m
    join ledger.portfolio_move p on p.id = m.move_id
)
select
    account_id, to_id as portfolio_id,
    case when place = 1 and from_id is null then date '-infinity' else moved_on end as since,
    coalesce(next_on, date 'infinity') as before
from moved
union all
select account_id, from_id, date '-infinity', moved_on
from moved
where place = 1 and from_id is not null
union all
select a.id, a.portfolio_id, date '-infinity', date 'infinity'
from ledger.account a
where not exists (select from ledger.account_move m where m.account_id = a.id);

grant select on ledger.portfolio_stay_view to ${app_role};
