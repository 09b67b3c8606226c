-- From whom and about what: an unread answer is a fact of the decision, and its reason says so.
create or replace view correspondence.unread_answer_view as
select m.customer_id, m.id as mail_id, m.business_date as answered_on, m.from_name, m.from_address, m.subject
from correspondence.mail m
where m.kind in ('REPLY', 'FROM_CONTACT')
  and not exists (select from correspondence.mail_reading r where r.mail_id = m.id)
union all
select a.customer_id, m.id, m.business_date, m.from_name, m.from_address, m.subject
from correspondence.mail_assignment a
join correspondence.mail m on m.id = a.mail_id
where not exists (select from correspondence.mail_reading r where r.mail_id = m.id);
