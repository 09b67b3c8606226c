-- The highest step of each item, and its last day, leaving out messages that never left. Binds: items.
insert into collections.dunning (item_id, account_id, level, action, last_on, strategy_id)
select distinct on (s.item_id) s.item_id, s.account_id, s.level, s.action, s.taken_on, s.strategy_id
from collections.step_taken s
where s.item_id = any(?::bigint[])
  and not exists (select from collections.message_unsent u where u.message_id = s.message_id)
order by s.item_id, s.level desc, s.taken_on desc
