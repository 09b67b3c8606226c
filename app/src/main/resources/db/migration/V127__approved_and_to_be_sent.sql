-- The message that is due and was approved: whose it is to send, and whether the strategy leaves it to a person or to the night.
alter table collections.decision add column approved_owner text;
alter table collections.decision add column approved_execution text;
create index decision_approved on collections.decision (run_id, account_id) where approved_owner is not null;
