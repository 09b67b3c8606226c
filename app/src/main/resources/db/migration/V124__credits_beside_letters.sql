-- Credits that a letter lists and does not take off: a payment that quotes it may be less by them.
alter table correspondence.payment_reference_item add column beside boolean not null default false;

create or replace view correspondence.payment_reference_view as
select r.id as reference_id, r.reference, r.message_id, r.customer_id, r.letter_date, i.item_id, i.account_id, i.currency, i.open_minor, i.beside
from correspondence.payment_reference r
join correspondence.payment_reference_item i on i.reference_id = r.id;
