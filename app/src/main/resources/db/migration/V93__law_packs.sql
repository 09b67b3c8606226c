-- What people have said about being contacted, and which laws the legal entities observe. Only ever added to.

create table correspondence.consent (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references ledger.customer,
    -- A contact can be removed; what the person has said stays, with the name and the address of then. None where a text message was answered
    -- from a number that belongs to no contact.
    contact_id  bigint,
    person      text not null check (person <> ''),
    medium      text not null check (medium in ('CALL', 'E_MAIL', 'TEXT_MESSAGE')),
    word        text not null check (word in ('GIVEN', 'WITHDRAWN')),
    -- The e-mail address, telephone or mobile number of then; empty where there was none.
    address     text not null,
    said_on     date not null,
    how         text not null check (how <> ''),
    -- The mail in which it stands, or the receipt of a text message; none where it was said otherwise.
    mail_id     bigint references correspondence.mail,
    receipt_id  bigint references correspondence.text_receipt,
    actor       text not null check (actor <> ''),
    at          timestamptz not null,
    check (contact_id is not null or receipt_id is not null),
    check (num_nonnulls(mail_id, receipt_id) <= 1),
    check (medium <> 'TEXT_MESSAGE' or address = '' or address ~ '^\+[1-9][0-9]{6,14}$')
);
create index consent_by_customer on correspondence.consent (customer_id, id);
create index consent_by_number on correspondence.consent (address, said_on desc, id desc) where medium = 'TEXT_MESSAGE' and address <> '';
create index consent_by_contact on correspondence.consent (contact_id, said_on desc, id desc) where medium = 'TEXT_MESSAGE';

create view correspondence.consent_view as
select c.id as consent_id, c.customer_id, c.contact_id, c.person, c.medium, c.word, c.address, c.said_on, c.how
from correspondence.consent c;

grant select, insert on correspondence.consent to ${app_role};
grant select on correspondence.consent_view to ${app_role};
grant usage on all sequences in schema correspondence to ${app_role};

-- A law pack switched on or off in a legal entity, valid from a day; the latest of a day holds.
create table collections.law_switch (
    id          bigint generated always as identity primary key,
    pack        text not null check (pack <> ''),
    entity_id   bigint not null references ledger.entity,
    turned      text not null check (turned in ('ON', 'OFF')),
    valid_from  date not null,
    reason      text not null check (reason <> ''),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default now()
);
create index law_switch_by_entity on collections.law_switch (entity_id, pack, valid_from desc, id desc);
grant select, insert on collections.law_switch to ${app_role};
grant usage on all sequences in schema collections to ${app_role};

-- With whom something was said: calls with a person's prior consent are left out of a law's count.
create or replace view correspondence.activity_view as
select
    a.id as activity_id, a.customer_id, a.account_id, a.kind, a.direction, a.business_date, a.at, a.actor, a.outcome,
    a.message_id, a.body, a.contact_id
from correspondence.activity a;

-- Whose last word about e-mails is that they want none. Nobody says something on a day that has not come.
create view correspondence.opted_out_view as
select c.customer_id, c.contact_id, lower(c.address) as address
from correspondence.consent c
where c.medium = 'E_MAIL'
  and c.word = 'WITHDRAWN'
  and not exists (
      select
      from correspondence.consent later
      where later.customer_id = c.customer_id
        and later.contact_id = c.contact_id
        and later.medium = c.medium
        and (later.said_on, later.id) > (c.said_on, c.id)
  );
grant select on correspondence.opted_out_view to ${app_role};

-- Who wants no text messages: the last word from a number, at whichever customer it is entered, and the last word of a person, whichever number
-- they have next. Of each the latest holds.
create view correspondence.text_opt_out_view as
select c.id as consent_id, c.address as number, null::bigint as contact_id, c.person, c.said_on, c.how
from correspondence.consent c
where c.medium = 'TEXT_MESSAGE'
  and c.word = 'WITHDRAWN'
  and c.address <> ''
  and not exists (
      select
      from correspondence.consent later
      where later.medium = c.medium
        and later.address = c.address
        and (later.said_on, later.id) > (c.said_on, c.id)
  )
union all
select c.id, null, c.contact_id, c.person, c.said_on, c.how
from correspondence.consent c
where c.medium = 'TEXT_MESSAGE'
  and c.word = 'WITHDRAWN'
  and c.contact_id is not null
  and not exists (
      select
      from correspondence.consent later
      where later.medium = c.medium
        and later.contact_id = c.contact_id
        and (later.said_on, later.id) > (c.said_on, c.id)
  );

-- To whom a text message may go.
create view correspondence.text_recipient_view as
select c.customer_id, c.contact_id, c.name, c.role, c.language, c.mobile
from ledger.contact_view c
where c.mobile <> ''
  and not c.do_not_contact
  and not exists (select from correspondence.failing_address_view f where f.address = c.mobile)
  and not exists (select from correspondence.text_opt_out_view o where o.number = c.mobile)
  and not exists (select from correspondence.text_opt_out_view o where o.contact_id = c.contact_id);
grant select on correspondence.text_opt_out_view, correspondence.text_recipient_view to ${app_role};
