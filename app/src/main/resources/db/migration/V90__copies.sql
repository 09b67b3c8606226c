-- Copies of invoices, debit notes and credit notes, beside the items that they are of. Only ever added to.
create schema copies;

-- One row for each content, however often it is handed in.
create table copies.copy (
    id            bigint generated always as identity primary key,
    sha256        char(64) not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes    bigint not null check (size_bytes > 0),
    content       bytea not null,
    file_name     text not null check (file_name <> ''),
    -- What a person has said about whose it is; none where the file is to say it.
    entity_id     bigint references ledger.entity,
    -- What it tells of itself, so that it can be asked again when items have come in: the number and the seller of its XML, and the numbers
    -- that follow a word for "invoice number" on its first page.
    xml_number    text not null default '',
    xml_seller    text not null default '',
    text_numbers  text[] not null default '{}',
    upload_id     bigint,
    business_date date not null,
    received_at   timestamptz not null default clock_timestamp(),
    actor         text not null check (actor <> '')
);
-- The content of a PDF is compressed already.
alter table copies.copy alter column content set storage external;
create index copy_by_upload on copies.copy (upload_id) where upload_id is not null;

-- Which item it is of; of several standing copies of an item the latest is used.
create table copies.placement (
    id            bigint generated always as identity primary key,
    copy_id       bigint not null references copies.copy,
    item_id       bigint not null references ledger.item,
    account_id    bigint not null references ledger.account,
    found_by      text not null check (found_by in ('XML', 'FILE_NAME', 'FIRST_PAGE', 'PERSON')),
    placed_at     timestamptz not null default clock_timestamp(),
    actor         text not null check (actor <> '')
);
create index placement_by_item on copies.placement (item_id, id desc);
create index placement_by_copy on copies.placement (copy_id);

-- It was not that item's after all: the copy is nobody's again.
create table copies.withdrawal (
    placement_id bigint primary key references copies.placement,
    reason       text not null check (reason <> ''),
    at           timestamptz not null default clock_timestamp(),
    actor        text not null check (actor <> '')
);

-- Nobody needs it.
create table copies.discard (
    copy_id bigint primary key references copies.copy,
    reason  text not null check (reason <> ''),
    at      timestamptz not null default clock_timestamp(),
    actor   text not null check (actor <> '')
);

-- Copies that belong to no item and that nobody has discarded.
create view copies.nobodys_view as
select c.id as copy_id
from copies.copy c
where not exists (
        select from copies.placement p
        where p.copy_id = c.id and not exists (select from copies.withdrawal w where w.placement_id = p.id))
  and not exists (select from copies.discard d where d.copy_id = c.id);

-- For the outbox, whose messages name a copy and do not repeat it.
create view copies.content_view as
select c.id as copy_id, c.size_bytes, c.content
from copies.copy c;

-- The documents that a copy can be of, open or settled.
create view ledger.document_view as
select i.id as item_id, i.account_id, i.entity_id, i.kind, i.document
from ledger.item i
where i.kind in ('INVOICE', 'DEBIT_NOTE', 'CHARGE', 'CREDIT_NOTE');

grant usage on schema copies to ${app_role};
grant select, insert on copies.copy, copies.placement, copies.withdrawal, copies.discard to ${app_role};
grant select on copies.nobodys_view, copies.content_view, ledger.document_view to ${app_role};
grant usage on all sequences in schema copies to ${app_role};

-- What a file is handed in for: to be read into the books, or to be kept as the copy of a document.
alter table intake.upload add column purpose text not null default 'BOOKS' check (purpose in ('BOOKS', 'COPIES'));
