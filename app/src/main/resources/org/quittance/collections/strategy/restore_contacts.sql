-- The latest contact of each kind with each account, leaving out messages that never left and deeds that were taken back. Binds: accounts.
insert into collections.last_contact (account_id, action, last_on)
select c.account_id, c.action, max(c.made_on)
from collections.contact_made c
where c.account_id = any(?::bigint[])
  and not exists (select from collections.message_unsent u where u.message_id = c.message_id)
  and not exists (select from collections.deed_taken_back t where t.deed_id = c.deed_id)
group by c.account_id, c.action
