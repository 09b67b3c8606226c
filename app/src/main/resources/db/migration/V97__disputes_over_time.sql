-- Since when and until when a part of an item was left out because it was disputed: what a trial replays. What is not owed stays out until
-- its credit has come; then, and after any other end, it counts as over from the day of the answer.
create view disputes.dispute_life_view as
select
    d.id as dispute_id, d.item_id, d.account_id, d.amount_minor, d.opened_on,
    case when n.left_out_minor > 0 then null else n.ended_on end as ended_on
from disputes.dispute d
join disputes.dispute_now n on n.dispute_id = d.id;

grant select on disputes.dispute_life_view to ${app_role};
