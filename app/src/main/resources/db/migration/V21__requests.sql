-- Money that leaves an account by somebody's decision: one asks, another approves or refuses.

-- What a role may do alone, and what it may approve when another asks. In the currency's minor units; the manager keeps it.
create table cash.authority (
    role          text not null check (role in ('CASH', 'COLLECTOR', 'TEAM_LEAD', 'MANAGER')),
    deed          text not null check (deed in ('REFUND', 'TRANSFER', 'WRITE_OFF')),
    currency      char(3) not null,
    alone_minor   bigint not null default 0 check (alone_minor >= 0),
    approve_minor bigint not null default 0 check (approve_minor >= 0),
    primary key (role, deed, currency),
    -- Whoever applies cash approves nothing; a refund or a transfer always takes two.
    check (role <> 'CASH' or approve_minor = 0),
    check (deed = 'WRITE_OFF' or alone_minor = 0)
);
insert into cash.authority (role, deed, currency, alone_minor, approve_minor)
select a.role, a.deed, c.currency, a.alone_minor, a.approve_minor
from (values
    ('CASH', 'WRITE_OFF', 500, 0),
    ('TEAM_LEAD', 'WRITE_OFF', 2500, 10000),
    ('TEAM_LEAD', 'TRANSFER', 0, 1000000),
    ('MANAGER', 'WRITE_OFF', 10000, 1000000000),
    ('MANAGER', 'TRANSFER', 0, 100000000000),
    ('MANAGER', 'REFUND', 0, 100000000000)
) as a (role, deed, alone_minor, approve_minor)
cross join (values ('EUR'), ('GBP'), ('USD')) as c (currency);

create table cash.request (
    id            bigint generated always as identity primary key,
    deed          text not null check (deed in ('REFUND', 'TRANSFER', 'WRITE_OFF')),
    entity_id     bigint not null references ledger.entity,
    account_id    bigint not null references ledger.account,
    item_id       bigint not null references ledger.item,
    currency      char(3) not null,
    amount_minor  bigint not null check (amount_minor > 0),
    to_account_id bigint references ledger.account,
    payee_name    text not null default '',
    payee_account text not null default '',
    reason        text not null check (reason <> ''),
    business_date date not null,
    actor         text not null,
    requested_at  timestamptz not null default now(),
    check ((deed = 'TRANSFER') = (to_account_id is not null)),
    check (to_account_id is distinct from account_id)
);
create index request_by_item on cash.request (item_id);

-- The answer, once. What needs no second person is decided by the one who asked, within their own limit.
create table cash.request_decision (
    request_id    bigint primary key references cash.request,
    decision      text not null check (decision in ('APPROVED', 'REFUSED')),
    reason        text not null check (reason <> ''),
    business_date date not null,
    actor         text not null,
    decided_at    timestamptz not null default now()
);

alter table cash.retraction
    add column request_id bigint references cash.request,
    add check ((kind = 'TAKEN_BACK') = (request_id is null));

grant select, insert, update on cash.authority to ${app_role};
grant select, insert on cash.request, cash.request_decision to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
