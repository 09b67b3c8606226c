-- Cheaper ways in: every row of an import pays for each foreign key it is asked about.

-- An item lies in the entity of its account. One key says that, where two said no more than that both are there.
alter table ledger.account add constraint account_id_entity_id_key unique (id, entity_id);
alter table ledger.item
    drop constraint item_account_id_fkey,
    drop constraint item_entity_id_fkey,
    add constraint item_account_id_entity_id_fkey
        foreign key (account_id, entity_id) references ledger.account (id, entity_id);

-- The projection is written from the items by the same statement, and items are never deleted. What stands here without its item is
-- named by the ledger's check.
alter table ledger.open_item drop constraint open_item_item_id_fkey;

-- A payer is looked for by name with every batch of payments; the index on parts of names is for people who type.
create index customer_by_whole_name on ledger.customer (lower(name));
