-- A reference that is no message's: a repayment plan is paid under one, instalment by instalment.
alter table correspondence.payment_reference alter column message_id drop not null;
alter table correspondence.payment_reference add column plan text unique;
alter table correspondence.payment_reference add check ((message_id is null) <> (plan is null));

create or replace view correspondence.payment_reference_view as
select r.id as reference_id, r.reference, r.message_id, r.customer_id, r.letter_date, i.item_id, i.account_id, i.currency, i.open_minor, i.beside,
       r.plan
from correspondence.payment_reference r
join correspondence.payment_reference_item i on i.reference_id = r.id;
