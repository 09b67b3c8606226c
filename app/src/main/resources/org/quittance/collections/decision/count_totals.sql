-- Sums up all decisions of a run that has no totals. Binds: run.
insert into collections.worklist_total (
    run_id, portfolio_id, part, snoozed_until, currency,
    acts, by_hand, broken, automatic, stake_minor, stake_by_hand_minor)
select
    p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency,
    sum(p.acts), sum(p.by_hand), sum(p.broken), sum(p.automatic),
    sum(p.stake_minor), sum(p.stake_by_hand_minor)
from collections.decision_part p
where p.run_id = {0}
group by p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency
