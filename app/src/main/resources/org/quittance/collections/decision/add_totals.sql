-- Adds what the decisions about the accounts contribute, or takes it away. Binds: 1 or -1, run, accounts.
insert into collections.worklist_total (
    run_id, portfolio_id, part, snoozed_until, currency,
    acts, by_hand, broken, automatic, stake_minor, stake_by_hand_minor)
select
    p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency,
    {0} * sum(p.acts), {0} * sum(p.by_hand), {0} * sum(p.broken), {0} * sum(p.automatic),
    {0} * sum(p.stake_minor), {0} * sum(p.stake_by_hand_minor)
from collections.decision_part p
where p.run_id = {1}
  and p.account_id = any({2})
group by p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency
order by p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency
on conflict (run_id, portfolio_id, part, snoozed_until, currency) do update
set acts = worklist_total.acts + excluded.acts,
    by_hand = worklist_total.by_hand + excluded.by_hand,
    broken = worklist_total.broken + excluded.broken,
    automatic = worklist_total.automatic + excluded.automatic,
    stake_minor = worklist_total.stake_minor + excluded.stake_minor,
    stake_by_hand_minor = worklist_total.stake_by_hand_minor + excluded.stake_by_hand_minor
