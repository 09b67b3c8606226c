-- Whether an account was put off by a call or a visit: it comes back with these. What somebody has put off by itself is looked for by who they are.
alter table collections.snooze add column with_deed boolean not null default false;
update collections.snooze s
set with_deed = true
where exists (select from collections.call_noted c where s.id = any(c.snooze_ids));
create index snooze_by_actor on collections.snooze (actor, recorded_at desc) where not with_deed;

-- Each message that leaves is asked whether it is a notice of interest.
create index interest_claim_by_message on collections.interest_claim (message_id) where message_id is not null;
