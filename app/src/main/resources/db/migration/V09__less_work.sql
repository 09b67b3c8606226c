-- Cheaper ways in, and cheaper answers: every row of an import pays for each foreign key it is asked about.

-- An item lies in the entity of its account. One key says that, where two said no more than that both are there.
alter table ledger.account add constraint account_id_entity_id_key unique (id, entity_id);
alter table ledger.item
    drop constraint item_account_id_fkey,
    drop constraint item_entity_id_fkey,
    add constraint item_account_id_entity_id_fkey
        foreign key (account_id, entity_id) references ledger.account (id, entity_id);

-- The projection is written from the items by the same statement, and items are never deleted. What stands here without its item is
-- named by the ledger's check.
alter table ledger.open_item drop constraint open_item_item_id_fkey;

-- A payer is looked for by name with every batch of payments; the index on parts of names is for people who type.
create index customer_by_whole_name on ledger.customer (lower(name));

-- What each decision adds to the summary of all accounts: a row for its counts, and one for each currency that it asks for.
create view collections.decision_part as
select
    d.run_id, d.account_id, (d.bucket % 64)::smallint as part, coalesce(d.snoozed_until, date '-infinity') as snoozed_until,
    '' as currency, 1 as acts, (d.by_hand_items > 0)::int as by_hand,
    (coalesce(d.promise_state, '') in ('BROKEN', 'PART_KEPT'))::int as broken,
    (coalesce(d.promise_state, '') in ('BROKEN', 'PART_KEPT') and d.by_hand_items > 0)::int as broken_by_hand,
    (d.automatic_items > 0)::int as automatic, 0::bigint as stake_minor, 0::bigint as stake_by_hand_minor
from collections.decision d
where d.outcome = 'ACT'
union all
select
    d.run_id, d.account_id, (d.bucket % 64)::smallint, coalesce(d.snoozed_until, date '-infinity'),
    c.currency, 0, 0, 0, 0, 0, c.stake_minor, case when d.by_hand_items > 0 then c.stake_minor else 0 end
from collections.decision d
cross join unnest(d.currencies, d.stake_minor) as c (currency, stake_minor)
where d.outcome = 'ACT' and c.stake_minor > 0;

-- The sums of these parts, so that whoever sees all accounts need not count them. Whoever decides about an account again holds the lock
-- of its part of the buckets, so that two never wait for the same row here.
create table collections.worklist_total (
    run_id              bigint not null,
    part                smallint not null,
    snoozed_until       date not null,
    currency            text not null,
    acts                bigint not null,
    by_hand             bigint not null,
    broken              bigint not null,
    broken_by_hand      bigint not null,
    automatic           bigint not null,
    stake_minor         numeric not null,
    stake_by_hand_minor numeric not null,
    primary key (run_id, part, snoozed_until, currency)
) with (fillfactor = 50);

insert into collections.worklist_total
select
    p.run_id, p.part, p.snoozed_until, p.currency, sum(p.acts), sum(p.by_hand), sum(p.broken), sum(p.broken_by_hand),
    sum(p.automatic), sum(p.stake_minor), sum(p.stake_by_hand_minor)
from collections.decision_part p
where p.run_id = (select run_id from collections.published_run)
group by p.run_id, p.part, p.snoozed_until, p.currency;

grant select on collections.decision_part to ${app_role};
grant select, insert, update, delete on collections.worklist_total to ${app_role};
