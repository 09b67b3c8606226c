-- Everything said and written, and what is about to be.
create schema correspondence;

create table correspondence.message (
    id            bigint generated always as identity primary key,
    customer_id   bigint not null references ledger.customer,
    template      text not null,
    language      char(2) not null,
    from_address  text not null,
    to_address    text not null,
    to_name       text not null,
    subject       text not null,
    body_text     text not null,
    body_html     text not null,
    state         text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'RECALLED', 'REFUSED', 'FAILED')),
    state_reason  text not null default '',
    queued_at     timestamptz not null,
    send_after    timestamptz not null,
    sent_at       timestamptz,
    header_id     text not null default '',
    attempts      int not null default 0,
    business_date date not null,
    actor         text not null
);
create index message_queue on correspondence.message (send_after) where state in ('QUEUED', 'SENDING');
create index message_by_customer on correspondence.message (customer_id, id);

-- The items that a message listed, with what was open then.
create table correspondence.message_item (
    message_id bigint not null references correspondence.message,
    item_id    bigint not null,
    account_id bigint not null,
    open_minor bigint not null,
    primary key (message_id, item_id)
);

create table correspondence.attachment (
    message_id bigint not null references correspondence.message,
    name       text not null,
    media_type text not null,
    content    bytea not null,
    primary key (message_id, name)
);

-- The timeline: one row for every call, note, letter, mail and visit.
create table correspondence.activity (
    id            bigint generated always as identity primary key,
    customer_id   bigint not null references ledger.customer,
    account_id    bigint references ledger.account,
    kind          text not null check (kind in ('CALL', 'EMAIL', 'LETTER', 'NOTE', 'PROMISE', 'VISIT', 'SYSTEM')),
    direction     text not null check (direction in ('OUT', 'IN', 'INTERNAL')),
    business_date date not null,
    at            timestamptz not null default clock_timestamp(),
    actor         text not null,
    contact_id    bigint,
    outcome       text not null default '',
    body          text not null default '',
    message_id    bigint references correspondence.message
);
create index activity_by_customer on correspondence.activity (customer_id, at desc);

grant usage on schema correspondence to ${app_role};
grant select, insert, update on correspondence.message to ${app_role};
grant select, insert on correspondence.message_item, correspondence.attachment, correspondence.activity to ${app_role};
