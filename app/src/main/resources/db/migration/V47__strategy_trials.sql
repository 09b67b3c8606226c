-- Items with every change of their open amounts: what a trial on past days replays.
create view ledger.item_life_view as
select
    a.bucket, i.account_id, i.id as item_id, i.kind, i.document, i.document_date, i.due_date, i.posted_on, i.currency, i.original_minor,
    p.changed_on, p.delta_minor, p.last_on, i.original_minor + coalesce(p.sum_minor, 0) as open_minor
from ledger.item i
join ledger.account a on a.id = i.account_id
left join lateral (
    select
        array_agg(c.business_date order by c.id) as changed_on,
        array_agg(c.delta_minor order by c.id) as delta_minor,
        max(c.business_date) as last_on,
        sum(c.delta_minor)::bigint as sum_minor
    from ledger.posting c
    where c.item_id = i.id
) p on true;
grant select on ledger.item_life_view to ${app_role};

-- A version of a strategy tried on the last twelve months and on the day, beside the strategies in force; nobody is contacted.
create table collections.trial (
    id          bigint generated always as identity primary key,
    strategy_id bigint not null references collections.strategy,
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    actor       text not null,
    ordered_at  timestamptz not null default clock_timestamp(),
    done        bigint not null default 0,
    finished_at timestamptz
);
create index trial_by_strategy on collections.trial (strategy_id, id);

-- What would have been done about each account: under the strategies in force, and with the version that is tried.
create table collections.trial_account (
    trial_id       bigint not null references collections.trial,
    account_id     bigint not null,
    follows        boolean not null,
    before_days    date[] not null,
    before_actions text[] not null,
    after_days     date[] not null,
    after_actions  text[] not null,
    today_before   text not null,
    today_after    text not null,
    primary key (trial_id, account_id)
);

grant select, insert, update on collections.trial to ${app_role};
grant select, insert, delete on collections.trial_account to ${app_role};
