-- Whoever wrote what was refused or failed is told of it, and may list it, whatever the length of the outbox.
create index message_not_sent on correspondence.message (actor, business_date) where state in ('REFUSED', 'FAILED');
