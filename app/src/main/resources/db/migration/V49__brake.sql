-- The brake: a run of automatic messages that would reach far more customers than usual waits for a person.

-- What went out by itself: how many customers each run wrote to.
create table collections.sending_run (
    id            bigint generated always as identity primary key,
    business_date date not null,
    customers     int not null check (customers > 0),
    actor         text not null,
    at            timestamptz not null
);
create index sending_run_by_date on collections.sending_run (business_date);

-- A run that was stopped. While one holds, nothing goes out by itself.
create table collections.brake (
    id            bigint generated always as identity primary key,
    business_date date not null,
    customers     int not null check (customers > 0),
    usual         int not null check (usual >= 0),
    most          int not null check (most >= 0),
    actor         text not null,
    at            timestamptz not null
);

-- Whom it would have written to; a later run adds whom it would have, each customer once.
create table collections.braked_customer (
    brake_id    bigint not null references collections.brake,
    customer_id bigint not null references ledger.customer,
    primary key (brake_id, customer_id)
);

-- A person has let them go, or has said that they do not go.
create table collections.brake_end (
    brake_id bigint primary key references collections.brake,
    outcome  text not null check (outcome in ('RELEASED', 'DISMISSED')),
    reason   text not null check (reason <> ''),
    actor    text not null,
    at       timestamptz not null
);

grant select, insert on collections.sending_run, collections.brake, collections.braked_customer, collections.brake_end to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
