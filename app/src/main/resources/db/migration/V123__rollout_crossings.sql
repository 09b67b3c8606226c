-- When an account of a roll-out changed sides because its share changed: what happens from then on is no result of the side on which it came in.
create table collections.rollout_crossing (
    strategy_id bigint not null,
    account_id  bigint not null,
    crossed_on  date not null,
    crossed_at  timestamptz not null default clock_timestamp(),
    primary key (strategy_id, account_id),
    foreign key (strategy_id, account_id) references collections.rollout_account (strategy_id, account_id)
);

grant select, insert on collections.rollout_crossing to ${app_role};
