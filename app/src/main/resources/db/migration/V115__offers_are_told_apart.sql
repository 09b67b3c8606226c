-- An offer of ours is no promise of theirs: each is told apart, and by whom the customer has it.

-- How an offer has gone to the customer: by a message, or as a letter that somebody has taken to post it.
create table collections.settlement_letter (
    id            bigint generated always as identity primary key,
    settlement_id bigint not null references collections.settlement,
    -- None where it was taken as a document.
    message_id    bigint references correspondence.message,
    given_on      date not null,
    actor         text not null check (actor <> ''),
    recorded_at   timestamptz not null default clock_timestamp()
);
create index settlement_letter_by_settlement on collections.settlement_letter (settlement_id);
create index settlement_letter_by_message on collections.settlement_letter (message_id) where message_id is not null;

-- Of what stood before this was noted, nobody knows any more: it is taken as sent by whoever offered it.
insert into collections.settlement_letter (settlement_id, given_on, actor)
select s.id, s.offered_on, s.offered_by
from collections.settlement s
join collections.settlement_promise p on p.settlement_id = s.id;

-- The day of an offer that the customer never had passes without anybody having broken anything.
alter table collections.settlement_end drop constraint settlement_end_outcome_check;
alter table collections.settlement_end add constraint settlement_end_outcome_check
    check (outcome in ('KEPT', 'BROKEN', 'LAPSED', 'WITHDRAWN'));

-- Whose word each is, and who has agreed it: of an offer and of an instalment whoever made them, not whoever approved. A message that was
-- called back, refused or returned has told nobody.
create or replace view collections.promise_view as
select
    p.id as promise_id, p.account_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.contact_id, p.note,
    coalesce(s.offered_by, l.proposed_by, p.actor) as actor,
    p.recorded_at,
    array(select i.item_id from collections.promise_item i where i.promise_id = p.id order by i.item_id) as items,
    case
        when s.id is null then 'CUSTOMER'
        when exists (
            select from collections.settlement_letter t
            left join correspondence.message_view m on m.message_id = t.message_id
            where t.settlement_id = s.id
              and (t.message_id is null or (m.state not in ('RECALLED', 'REFUSED', 'FAILED') and not m.came_back))) then 'OFFER'
        else 'OFFER_NOT_SENT'
    end as origin
from collections.promise p
left join collections.settlement_promise sp on sp.promise_id = p.id
left join collections.settlement s on s.id = sp.settlement_id
left join collections.plan_promise lp on lp.promise_id = p.id
left join collections.plan l on l.id = lp.plan_id
where not exists (select from collections.promise_withdrawal w where w.promise_id = p.id);

grant select, insert on collections.settlement_letter to ${app_role};
grant usage on all sequences in schema collections to ${app_role};

-- What waits for somebody: plans, settlements and waivers for whoever may approve them, and offers that stand for their letter.
create view collections.waiting_agreement_view as
select
    'PLAN' as kind, p.account_id, p.currency, p.items_minor + p.interest_minor + p.fee_minor as amount_minor, p.proposed_by as asked_by,
    p.proposed_on as asked_on, (select max(i.due_on) from collections.plan_instalment i where i.plan_id = p.id) as until
from collections.plan p
where not exists (select from collections.plan_approval a where a.plan_id = p.id)
  and not exists (select from collections.plan_end e where e.plan_id = p.id)
union all
select 'SETTLEMENT', s.account_id, s.currency, s.owed_minor - s.offer_minor, s.offered_by, s.offered_on, s.offered_on
from collections.settlement s
where not s.is_alone
  and not exists (select from collections.settlement_decision d where d.settlement_id = s.id)
  and not exists (select from collections.settlement_end e where e.settlement_id = s.id)
union all
select
    'WAIVER', w.account_id, w.currency,
    (select sum(i.interest_minor + i.compensation_minor) from collections.interest_waiver_item i where i.waiver_id = w.id)::bigint,
    w.asked_by, w.asked_on, w.asked_on
from collections.interest_waiver w
where not w.is_alone
  and not exists (select from collections.interest_waiver_decision d where d.waiver_id = w.id)
union all
select 'LETTER', s.account_id, s.currency, s.offer_minor, s.offered_by, s.offered_on, s.pay_by
from collections.settlement s
join collections.settlement_promise sp on sp.settlement_id = s.id
join collections.promise_view p on p.promise_id = sp.promise_id
where p.origin = 'OFFER_NOT_SENT'
  and not exists (select from collections.settlement_end e where e.settlement_id = s.id);

grant select on collections.waiting_agreement_view to ${app_role};
