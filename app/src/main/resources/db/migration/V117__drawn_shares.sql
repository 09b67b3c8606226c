-- Up to which ticket customers are in the share. Until now each was drawn like a coin, by the percent alone: these stay as they were drawn.
alter table collections.strategy_share add column below bigint;
update collections.strategy_share set below = percent::bigint << 56;
alter table collections.strategy_share alter column below set not null;
alter table collections.strategy_share add constraint strategy_share_below check (below between 0 and 100::bigint << 56);
