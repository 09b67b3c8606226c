-- Messages that a person sends to many customers at once, from the worklist.

create table collections.bulk_sending (
    id        bigint generated always as identity primary key,
    -- The part of the worklist from which the customers were chosen, in words.
    chosen    text not null check (chosen <> ''),
    customers int not null check (customers > 0),
    -- Until then nothing of it is queued.
    starts_at timestamptz not null,
    -- Why somebody else has to let it go; empty where nobody has.
    stopped   text not null,
    actor     text not null check (actor <> ''),
    at        timestamptz not null
);

create table collections.bulk_sending_customer (
    bulk_id     bigint not null references collections.bulk_sending,
    customer_id bigint not null references ledger.customer,
    primary key (bulk_id, customer_id)
);

-- What became of a customer of it: a message, or the sentence that says why there is none.
create table collections.bulk_sending_result (
    bulk_id     bigint not null,
    customer_id bigint not null,
    message_id  bigint references correspondence.message,
    why_not     text not null,
    at          timestamptz not null,
    primary key (bulk_id, customer_id),
    foreign key (bulk_id, customer_id) references collections.bulk_sending_customer,
    check ((message_id is null) = (why_not <> ''))
);

create table collections.bulk_sending_release (
    bulk_id bigint primary key references collections.bulk_sending,
    reason  text not null check (reason <> ''),
    actor   text not null check (actor <> ''),
    at      timestamptz not null
);

create table collections.bulk_sending_end (
    bulk_id bigint primary key references collections.bulk_sending,
    outcome text not null check (outcome in ('DONE', 'CALLED_BACK')),
    actor   text not null check (actor <> ''),
    at      timestamptz not null
);

grant select, insert on collections.bulk_sending, collections.bulk_sending_customer, collections.bulk_sending_result,
    collections.bulk_sending_release, collections.bulk_sending_end to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
