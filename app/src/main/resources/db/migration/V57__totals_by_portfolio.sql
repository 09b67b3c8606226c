-- The sums behind a day's summary by portfolio too, so that a collector's are read as everybody's are: kept, not counted with each page.
drop view collections.decision_part;
create view collections.decision_part as
select
    d.run_id, d.account_id, d.portfolio_id, (d.bucket % 64)::smallint as part,
    coalesce(d.snoozed_until, date '-infinity') as snoozed_until,
    '' as currency, 1 as acts, (d.by_hand_items > 0)::int as by_hand,
    (coalesce(d.promise_state, '') in ('BROKEN', 'PART_KEPT'))::int as broken,
    (coalesce(d.promise_state, '') in ('BROKEN', 'PART_KEPT') and d.by_hand_items > 0)::int as broken_by_hand,
    (d.automatic_items > 0)::int as automatic, 0::bigint as stake_minor, 0::bigint as stake_by_hand_minor
from collections.decision d
where d.outcome = 'ACT'
union all
select
    d.run_id, d.account_id, d.portfolio_id, (d.bucket % 64)::smallint, coalesce(d.snoozed_until, date '-infinity'),
    c.currency, 0, 0, 0, 0, 0, c.stake_minor, case when d.by_hand_items > 0 then c.stake_minor else 0 end
from collections.decision d
cross join unnest(d.currencies, d.stake_minor) as c (currency, stake_minor)
where d.outcome = 'ACT' and c.stake_minor > 0;

drop table collections.worklist_total;
create table collections.worklist_total (
    run_id              bigint not null,
    portfolio_id        bigint not null,
    part                smallint not null,
    snoozed_until       date not null,
    currency            text not null,
    acts                bigint not null,
    by_hand             bigint not null,
    broken              bigint not null,
    broken_by_hand      bigint not null,
    automatic           bigint not null,
    stake_minor         numeric not null,
    stake_by_hand_minor numeric not null,
    primary key (run_id, portfolio_id, part, snoozed_until, currency)
) with (fillfactor = 50);

insert into collections.worklist_total
select
    p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency, sum(p.acts), sum(p.by_hand), sum(p.broken), sum(p.broken_by_hand),
    sum(p.automatic), sum(p.stake_minor), sum(p.stake_by_hand_minor)
from collections.decision_part p
where p.run_id = (select run_id from collections.published_run)
group by p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency;

grant select on collections.decision_part to ${app_role};
grant select, insert, update, delete on collections.worklist_total to ${app_role};
