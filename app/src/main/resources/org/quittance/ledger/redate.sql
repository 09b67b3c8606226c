-- What is open has the due date that counts. Binds: items, their due dates.
update ledger.open_item o
set due_date = c.due_date
from unnest(?::bigint[], ?::date[]) as c (item_id, due_date)
where o.item_id = c.item_id
