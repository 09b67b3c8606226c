-- Moves the accounts that lie where they lay when it was decided, in the order in which all lock them, and keeps it. Binds: move, by hand.
with locked as materialized (
    select a.id, p.from_id, p.to_id, p.rule_place
    from ledger.account a
    join account_placing p on p.account_id = a.id
    where a.portfolio_id = p.from_id
    order by a.id
    for no key update of a
), moved as (
    update ledger.account a
    set portfolio_id = l.to_id
    from locked l
    where a.id = l.id
    returning a.id, l.from_id, l.to_id, l.rule_place
)
insert into ledger.account_move (account_id, move_id, from_id, to_id, rule_place, by_hand)
select m.id, {0}, m.from_id, m.to_id, m.rule_place, {1}
from moved m
