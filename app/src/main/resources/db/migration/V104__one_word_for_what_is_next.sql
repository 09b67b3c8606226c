-- The notice that goes by itself beside what a person has to do.
alter table collections.decision add column beside_action text;

-- A broken promise counts for as long as it is one: whatever is to be done about the account, and while it is put off.
drop view collections.decision_part;
create view collections.decision_part as
select
    d.run_id, d.account_id, d.portfolio_id, (d.bucket % 64)::smallint as part,
    coalesce(d.snoozed_until, date '-infinity') as snoozed_until,
    '' as currency, (d.outcome = 'ACT')::int as acts, (d.by_hand_items > 0)::int as by_hand,
    (coalesce(d.promise_state, '') in ('BROKEN', 'PART_KEPT'))::int as broken,
    (d.automatic_items > 0)::int as automatic, 0::bigint as stake_minor, 0::bigint as stake_by_hand_minor
from collections.decision d
where d.outcome = 'ACT' or d.promise_state in ('BROKEN', 'PART_KEPT')
union all
select
    d.run_id, d.account_id, d.portfolio_id, (d.bucket % 64)::smallint, coalesce(d.snoozed_until, date '-infinity'),
    c.currency, 0, 0, 0, 0, c.stake_minor, case when d.by_hand_items > 0 then c.stake_minor else 0 end
from collections.decision d
cross join unnest(d.currencies, d.stake_minor) as c (currency, stake_minor)
where d.outcome = 'ACT' and c.stake_minor > 0;

alter table collections.worklist_total drop column broken_by_hand;
delete from collections.worklist_total;
insert into collections.worklist_total (
    run_id, portfolio_id, part, snoozed_until, currency, acts, by_hand, broken, automatic, stake_minor, stake_by_hand_minor)
select
    p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency, sum(p.acts), sum(p.by_hand), sum(p.broken), sum(p.automatic),
    sum(p.stake_minor), sum(p.stake_by_hand_minor)
from collections.decision_part p
where p.run_id = (select run_id from collections.published_run)
group by p.run_id, p.portfolio_id, p.part, p.snoozed_until, p.currency;

-- Another step than the proposed one, by a person and with a reason. The latest counts; one without a step gives it back to the strategy.
create table collections.chosen_step (
    id             bigint generated always as identity primary key,
    account_id     bigint not null references ledger.account,
    step           text not null,
    action         text not null,
    instead_of     text not null,
    instead_action text not null,
    reason         text not null check (reason <> ''),
    actor          text not null,
    chosen_on      date not null,
    recorded_at    timestamptz not null default clock_timestamp()
);
create index chosen_step_by_account on collections.chosen_step (account_id, id);
create index chosen_step_by_day on collections.chosen_step (chosen_on);

-- A round of calls is a list that is fixed when it begins: each customer once, in the order in which they stood.
create table collections.call_round (
    id       bigint generated always as identity primary key,
    actor    text not null,
    begun_at timestamptz not null default clock_timestamp()
);
create table collections.call_round_stop (
    round_id    bigint not null references collections.call_round,
    place       int not null check (place > 0),
    account_id  bigint not null references ledger.account,
    customer_id bigint not null references ledger.customer,
    primary key (round_id, place),
    unique (round_id, customer_id)
);

grant select on collections.decision_part to ${app_role};
grant select, insert on collections.chosen_step, collections.call_round, collections.call_round_stop to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
