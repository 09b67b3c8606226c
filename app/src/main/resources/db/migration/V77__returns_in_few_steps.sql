-- What came back is little beside what came, and is looked for without reading the rest.
create index payment_returns on cash.payment (statement_id, id) where kind in ('RETURN', 'REVERSAL') and amount_minor < 0;
