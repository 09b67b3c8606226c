-- The highest step of each item under the version that asked for its latest, with its last day and the gravest letter of all, leaving out
-- messages that never left and deeds that were taken back. Binds: items.
insert into collections.dunning (item_id, account_id, level, action, last_on, strategy_id, letter)
with taken as (
    select s.id, s.item_id, s.account_id, s.level, s.action, s.taken_on, s.strategy_id,
        array_position(array['REMINDER_BEFORE_DUE', 'NOTICE_1', 'NOTICE_2', 'NOTICE_3'], s.action) as gravity
    from collections.step_taken s
    where s.item_id = any(?::bigint[])
      and not exists (select from collections.message_unsent u where u.message_id = s.message_id)
      and not exists (select from collections.deed_taken_back b where b.deed_id = s.deed_id)
), latest as (
    select distinct on (t.item_id) t.item_id, t.strategy_id
    from taken t
    order by t.item_id, t.taken_on desc, t.id desc
)
select distinct on (t.item_id)
    t.item_id, t.account_id, t.level, t.action, t.taken_on, t.strategy_id,
    (select g.action from taken g where g.item_id = t.item_id and g.gravity is not null order by g.gravity desc limit 1)
from taken t
join latest l on l.item_id = t.item_id and l.strategy_id is not distinct from t.strategy_id
order by t.item_id, t.level desc, t.taken_on desc
