-- Who does what a person is to do, where that is not the account's collector.
alter table collections.decision add column owner text;
create index decision_owned on collections.decision (run_id, account_id) where owner is not null;
