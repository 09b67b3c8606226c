-- The list is ordered by four more facts: how likely debt is to stay unpaid, whether a customer has begun to pay later, what it buys, how long
-- an answer waits to be read.

-- How many days late each of the last settled items was. Worked out anew for all by the next night.
alter table collections.habit add column lateness int[] not null default '{}';
delete from collections.habit;
delete from collections.habit_mark;

-- How late all customers pay: of the items behind the habits, how many were so many days late.
create table collections.pace (
    days_late int primary key,
    items     bigint not null check (items > 0)
);

-- What was billed to an account in the twelve months before a day, by currency.
create table collections.turnover (
    account_id    bigint primary key references ledger.account,
    worked_out_on date not null,
    currencies    text[] not null,
    billed_minor  bigint[] not null,
    check (cardinality(currencies) = cardinality(billed_minor))
);
create index turnover_by_day on collections.turnover (worked_out_on);

create view ledger.billed_view as
select i.id as item_id, i.account_id, i.currency, i.original_minor, i.document_date, i.recorded_at
from ledger.item i
where i.original_minor > 0;

grant select, insert, update, delete on collections.pace, collections.turnover to ${app_role};
grant select on ledger.billed_view to ${app_role};

-- Past days keep the order that they had; from today on the new facts count.
alter table collections.policy add column reason text;

update collections.policy
set definition = jsonb_set(
    definition::jsonb,
    '{weights}',
    definition::jsonb -> 'weights'
        || '{"lateOdds": {"points": 0, "most": 0}, "worsening": {"points": 0, "most": 0}, "customerValue": {"points": 0, "most": 0}, "unreadAnswer": {"points": 0, "most": 0}}'
)::text;

insert into collections.policy (version, effective_from, definition, actor, reason)
select
    p.version + 1,
    greatest(current_date, p.effective_from),
    jsonb_set(
        p.definition::jsonb,
        '{weights}',
        p.definition::jsonb -> 'weights'
            || '{"lateOdds": {"points": 2, "most": 20}, "worsening": {"points": 4, "most": 12}, "customerValue": {"points": 5, "most": 10}, "unreadAnswer": {"points": 10, "most": 40}}'
    )::text,
    'quittance',
    'The chance to stay unpaid, a change for the worse, what a customer buys and an answer that waits count as well'
from collections.policy p
order by p.version desc
limit 1;
