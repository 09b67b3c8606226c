-- What has settled the book came through the bank: for every settled payment of one entity the line of the bank, and whose money it was.
-- One statement has them all; the application writes the same rows line by line.
set session_replication_role = replica;

insert into cash.statement (
    bank_account_id, upload_id, format, kind, reference, sequence, statement_date, currency, content_key)
select min(b.id), 0, 'generated', 'STATEMENT', 'history', '', current_date - 90, 'EUR', 'history'
from cash.bank_account b
having not exists (select from cash.statement s where s.content_key = 'history');

insert into cash.payment (
    statement_id, bank_account_id, entity_id, entry_key, line, kind, currency, amount_minor, booking_date, value_date, payer_name,
    payer_account, end_to_end, structured_refs, remittance, bank_reference, return_reason)
select
    s.id, s.bank_account_id, i.entity_id, 'history ' || i.id, i.id, 'PAYMENT', i.currency, -i.original_minor, i.posted_on, i.posted_on,
    'Customer ' || i.account_id, '', '', '{}', 'Invoices of ' || i.posted_on, i.id::text, ''
from cash.statement s
join ledger.item i on i.entity_id = 1 and i.kind = 'PAYMENT' and i.source = 'generated'
where s.content_key = 'history'
  and not exists (select from ledger.open_item o where o.item_id = i.id)
  and not exists (select from cash.payment p where p.statement_id = s.id);

insert into cash.identification (
    payment_id, account_id, round, item_id, amount_minor, credit_minor, business_date, actor)
select p.id, i.account_id, 0, i.id, p.amount_minor, p.amount_minor, p.booking_date, 'generated'
from cash.statement s
join cash.payment p on p.statement_id = s.id
join ledger.item i on i.id = p.line
where s.content_key = 'history'
  and not exists (select from cash.identification x where x.payment_id = p.id);

set session_replication_role = origin;
