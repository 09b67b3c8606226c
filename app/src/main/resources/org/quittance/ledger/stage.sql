-- Where a batch of drafts waits for the ledger to compare it with what it knows. Gone with the transaction.
create temporary table staged_item (
    line           bigint not null,
    entity_id      bigint not null,
    account_number text not null,
    customer_name  text not null,
    kind           text not null,
    source         text not null,
    document       text not null,
    document_line  text not null,
    document_date  date not null,
    due_date       date not null,
    due_date_told  boolean not null,
    posted_on      date not null,
    currency       char(3) not null,
    original_minor bigint not null,
    open_minor     bigint not null,
    settled_on     date,
    terms_days     int,
    assignment     text not null,
    reference      text not null,
    memo           text not null
) on commit drop;
