-- A due date that a later extract tells otherwise is a change like any other; the upload says that the extract told it, not a person.
alter table ledger.due_date_change add column upload_id bigint;
