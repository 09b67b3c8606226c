-- The accounts that are about to go to another portfolio.
drop table if exists account_placing;
create temporary table account_placing (
    account_id bigint primary key,
    from_id    bigint not null,
    to_id      bigint not null,
    rule_place int
) on commit drop;
