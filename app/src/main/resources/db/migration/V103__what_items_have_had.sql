-- The gravest letter that an item was sent, whatever ladder it has stood on: none that is no graver goes to it when it moves to another.
alter table collections.dunning add column letter text;
update collections.dunning d
set letter = l.letter
from (
    select
        s.item_id,
        (array_agg(s.action order by array_position(array['REMINDER_BEFORE_DUE', 'NOTICE_1', 'NOTICE_2', 'NOTICE_3'], s.action) desc))[1]
            as letter
    from collections.step_taken s
    where s.action in ('REMINDER_BEFORE_DUE', 'NOTICE_1', 'NOTICE_2', 'NOTICE_3')
      and not exists (select from collections.message_unsent u where u.message_id = s.message_id)
    group by s.item_id
) l
where l.item_id = d.item_id;
