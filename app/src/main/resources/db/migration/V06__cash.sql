-- Money from the bank on its way to the items that it pays.
create schema cash;

create table cash.bank_account (
    id        bigint generated always as identity primary key,
    entity_id bigint not null references ledger.entity,
    account   text not null unique,
    currency  char(3) not null,
    name      text not null
);

create table cash.statement (
    id               bigint generated always as identity primary key,
    bank_account_id  bigint not null references cash.bank_account,
    upload_id        bigint not null,
    format           text not null,
    kind             text not null check (kind in ('STATEMENT', 'INTRADAY', 'NOTIFICATION')),
    reference        text not null,
    sequence         text not null,
    statement_date   date not null,
    currency         char(3) not null,
    opening_minor    bigint,
    closing_minor    bigint,
    difference_minor bigint,
    content_key      text not null,
    recorded_at      timestamptz not null default now(),
    unique (bank_account_id, content_key)
);

-- A held statement applies nothing until a person has released it.
create table cash.statement_release (
    statement_id bigint primary key references cash.statement,
    reason       text not null,
    actor        text not null,
    released_at  timestamptz not null default now()
);

create table cash.payment (
    id                 bigint generated always as identity primary key,
    statement_id       bigint not null references cash.statement,
    bank_account_id    bigint not null references cash.bank_account,
    entity_id          bigint not null references ledger.entity,
    -- What makes the bank's line itself: the same line in an overlapping file is the same payment.
    entry_key          text not null,
    line               bigint not null,
    kind               text not null check (kind in ('PAYMENT', 'RETURN', 'REVERSAL')),
    currency           char(3) not null,
    amount_minor       bigint not null,
    booking_date       date not null,
    value_date         date not null,
    payer_name         text not null,
    payer_account      text not null,
    end_to_end         text not null,
    structured_refs    text[] not null,
    remittance         text not null,
    bank_reference     text not null,
    charges_minor      bigint,
    original_currency  char(3),
    original_minor     bigint,
    return_reason      text not null,
    recorded_at        timestamptz not null default now(),
    unique (bank_account_id, entry_key)
);
create index payment_by_statement on cash.payment (statement_id);

-- Whose money it is: the payer's account and the credit that the ledger holds for it. A payment without a row is unidentified.
create table cash.identification (
    payment_id    bigint primary key references cash.payment,
    account_id    bigint not null references ledger.account,
    item_id       bigint not null references ledger.item,
    decision      text not null,
    confidence    numeric(5, 4) not null,
    evidence      text not null,
    actor         text not null,
    identified_at timestamptz not null default now()
);
create index identification_by_item on cash.identification (item_id);

-- A bank account from which somebody's money has come before.
create table cash.payer_account (
    payer_account text not null,
    account_id    bigint not null references ledger.account,
    actor         text not null,
    learned_at    timestamptz not null default now(),
    primary key (payer_account, account_id)
);

grant usage on schema cash to ${app_role};
grant select, insert, update on cash.bank_account to ${app_role};
grant select, insert on cash.statement, cash.statement_release, cash.payment, cash.identification, cash.payer_account to ${app_role};
