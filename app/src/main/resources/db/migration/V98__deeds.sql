-- One call about two accounts is one contact: the rows of one deed share its number, and whoever counts contacts counts deeds.
create sequence collections.contact_deed;
alter table collections.contact_made add column deed_id bigint;
update collections.contact_made c
set deed_id = coalesce(m.first_id, c.id)
from collections.contact_made c2
left join (
    -- A message was one, however many accounts it was about. Of calls nobody can tell any more.
    select message_id, min(id) as first_id from collections.contact_made where message_id is not null group by message_id
) m on m.message_id = c2.message_id
where c2.id = c.id;
select setval('collections.contact_deed', coalesce((select max(id) from collections.contact_made), 0) + 1, false);
alter table collections.contact_made
    alter column deed_id set default nextval('collections.contact_deed'),
    alter column deed_id set not null;

grant usage on all sequences in schema collections to ${app_role};

-- What was said may have been about some of the customer's accounts; about none by name where it was about the customer.
drop view correspondence.activity_view;
alter table correspondence.activity
    add column account_ids bigint[] not null default '{}' check (array_position(account_ids, null) is null);
update correspondence.activity set account_ids = array[account_id] where account_id is not null;
alter table correspondence.activity drop column account_id;

create view correspondence.activity_view as
select
    a.id as activity_id, a.customer_id, a.account_ids, a.kind, a.direction, a.business_date, a.at, a.actor, a.outcome,
    a.message_id, a.body, a.contact_id
from correspondence.activity a;
grant select on correspondence.activity_view to ${app_role};

-- What was done before an account came into a roll-out is no result of it. Of those that are in, only the day is known.
alter table collections.rollout_account add column entered_at timestamptz;
update collections.rollout_account set entered_at = entered_on;
alter table collections.rollout_account
    alter column entered_at set default clock_timestamp(),
    alter column entered_at set not null;
