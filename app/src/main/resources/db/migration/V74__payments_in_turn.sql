-- The payments of a statement are decided some hundred at a time: each time from where the last one ended, without the others.
drop index cash.payment_by_statement;
create index payment_by_statement on cash.payment (statement_id, id);
