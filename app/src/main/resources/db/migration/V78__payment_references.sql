-- The references that letters ask to be quoted, and what each stands for. Only ever added to.
create sequence correspondence.payment_reference_number maxvalue 999999999;

create table correspondence.payment_reference (
    id           bigint generated always as identity primary key,
    -- Without blanks, as a bank passes it on; its index is the one by which cash finds it.
    reference    text not null unique,
    scheme       text not null check (scheme in ('RF', 'QRR', 'OGM')),
    -- The account on which the letter asks to be paid.
    bank_account text not null check (bank_account <> ''),
    message_id   bigint not null references correspondence.message,
    customer_id  bigint not null references ledger.customer,
    letter_date  date not null
);
create index payment_reference_by_message on correspondence.payment_reference (message_id);

-- The account says in which legal entity.
create table correspondence.payment_reference_item (
    reference_id bigint not null references correspondence.payment_reference,
    item_id      bigint not null references ledger.item,
    account_id   bigint not null references ledger.account,
    currency     char(3) not null,
    -- What the letter asked for of it.
    open_minor   bigint not null check (open_minor <> 0),
    primary key (reference_id, item_id)
);

create view correspondence.payment_reference_view as
select r.id as reference_id, r.reference, r.message_id, r.customer_id, r.letter_date, i.item_id, i.account_id, i.currency, i.open_minor
from correspondence.payment_reference r
join correspondence.payment_reference_item i on i.reference_id = r.id;

grant select, insert on correspondence.payment_reference, correspondence.payment_reference_item to ${app_role};
grant select on correspondence.payment_reference_view to ${app_role};
grant usage on all sequences in schema correspondence to ${app_role};
