-- What payers write apart from the money: their own lists of what a payment is for, and which payment each belongs to.

create table cash.advice (
    id               bigint generated always as identity primary key,
    upload_id        bigint not null,
    -- The whole content: the same advice in another file is the same advice.
    content_key      text not null unique,
    format           text not null,
    payer_name       text not null,
    payer_account    text not null,
    payee_name       text not null,
    reference        text not null,
    advice_date      date,
    currency         char(3) not null,
    total_minor      bigint not null check (total_minor >= 0),
    -- By how much its lines miss its total.
    difference_minor bigint not null,
    actor            text not null,
    recorded_at      timestamptz not null default now()
);
create index advice_by_total on cash.advice (total_minor);
create index advice_by_upload on cash.advice (upload_id);

-- Signed from the side of what is owed: an invoice that is paid is positive, a credit note that is taken negative.
create table cash.advice_line (
    advice_id         bigint not null references cash.advice,
    line              int not null,
    document          text not null,
    refs              text[] not null,
    gross_minor       bigint,
    discount_minor    bigint,
    adjustment_minor  bigint,
    adjustment_reason text not null,
    net_minor         bigint not null,
    primary key (advice_id, line)
);

-- An advice and its payment. What was joined wrongly is separated by another row.
create table cash.advice_join (
    id         bigint generated always as identity primary key,
    advice_id  bigint not null references cash.advice,
    payment_id bigint not null references cash.payment,
    reason     text not null check (reason in ('REFERENCE', 'PAYER_ACCOUNT', 'DOCUMENT', 'PAYER_NAME', 'BY_HAND')),
    actor      text not null,
    joined_at  timestamptz not null default now()
);
create index advice_join_by_advice on cash.advice_join (advice_id);
create index advice_join_by_payment on cash.advice_join (payment_id);

create table cash.advice_separation (
    join_id      bigint primary key references cash.advice_join,
    reason       text not null check (reason <> ''),
    actor        text not null,
    separated_at timestamptz not null default now()
);

create view cash.standing_join_view as
select j.id as join_id, j.advice_id, j.payment_id, j.reason, j.actor, j.joined_at
from cash.advice_join j
where not exists (select from cash.advice_separation s where s.join_id = j.id);

create index payment_by_amount on cash.payment (amount_minor) where kind = 'PAYMENT';

grant select, insert on cash.advice, cash.advice_line, cash.advice_join, cash.advice_separation to ${app_role};
grant select on cash.standing_join_view to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
