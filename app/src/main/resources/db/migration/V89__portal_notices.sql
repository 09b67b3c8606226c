-- What was put into a customer's own portal, and where that portal is: the timeline says it in words.
create table collections.portal_notice (
    activity_id    bigint primary key references correspondence.activity,
    customer_id    bigint not null references ledger.customer,
    portal         text not null check (portal <> ''),
    portal_address text not null,
    reference      text not null,
    noticed_on     date not null,
    actor          text not null check (actor <> ''),
    recorded_at    timestamptz not null default clock_timestamp()
);
create index portal_notice_by_customer on collections.portal_notice (customer_id, activity_id desc);

grant select, insert on collections.portal_notice to ${app_role};
