-- Where a bank can be asked about a line of one of our accounts. An account without a row can still be asked about: by a letter that somebody
-- addresses by hand. The team lead or the manager keeps it.
create table cash.bank_address (
    bank_account_id bigint primary key references cash.bank_account,
    name            text not null check (name <> ''),
    address         text not null default '',
    country         text not null default '' check (country = '' or country ~ '^[A-Z]{2}$'),
    language        text not null check (language in ('en', 'de', 'fr', 'nl', 'es', 'it')),
    email           text not null default '',
    actor           text not null,
    set_at          timestamptz not null default now()
);

grant select, insert, update on cash.bank_address to ${app_role};
