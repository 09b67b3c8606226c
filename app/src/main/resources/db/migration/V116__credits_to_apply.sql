-- Credit notes, and money that lies on account, are looked for together; a few among all that is owed. By the kind alone, which never
-- changes: what is open of an item does with every posting.
create index open_item_credits on ledger.open_item (document_date, item_id) where kind in ('CREDIT_NOTE', 'PAYMENT');
