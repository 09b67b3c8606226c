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

-- Whose money it is: the payer's account and the credit that the ledger holds for it. A payment can be for several accounts; a
-- payment without a row is unidentified.
create table cash.identification (
    payment_id    bigint not null references cash.payment,
    account_id    bigint not null references ledger.account,
    item_id       bigint not null unique references ledger.item,
    amount_minor  bigint not null check (amount_minor > 0),
    actor         text not null,
    identified_at timestamptz not null default now(),
    primary key (payment_id, account_id)
);

-- What the matcher said of a payment, and why. A later verdict is another row.
create table cash.verdict (
    id         bigint generated always as identity primary key,
    payment_id bigint not null references cash.payment,
    decision   text not null check (decision in ('APPLIED', 'PROPOSED', 'ON_ACCOUNT', 'UNIDENTIFIED', 'BY_HAND')),
    confidence numeric(5, 4) not null check (confidence between 0 and 1),
    actor      text not null,
    decided_at timestamptz not null default now()
);
create index verdict_by_payment on cash.verdict (payment_id, id);

-- The reasons of a verdict, strongest first, with the place in the remittance text that each points to.
create table cash.evidence (
    verdict_id bigint not null references cash.verdict,
    rank       int not null,
    kind       text not null,
    from_char  int not null,
    to_char    int not null,
    item_id    bigint,
    sentence   text not null,
    primary key (verdict_id, rank)
);

-- The divisions that a verdict proposes, the best first.
create table cash.proposal_line (
    verdict_id   bigint not null references cash.verdict,
    alternative  int not null,
    item_id      bigint not null,
    amount_minor bigint not null,
    primary key (verdict_id, alternative, item_id)
);

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
grant select, insert on cash.statement, cash.statement_release, cash.payment, cash.identification, cash.verdict, cash.evidence,
    cash.proposal_line, cash.payer_account to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
