-- Contacts as somebody tells of them: one name and role at a customer are one person. Of two drafts of a person the later counts.
-- Binds: customer, name, role, e-mail, telephone, language, do not contact, mobile. What a list does not tell
-- stays as it is, and nobody who asked to be left alone is taken to have changed their mind because a list is silent about it.
with draft as (
    select distinct on (d.customer_id, lower(d.name), d.role) d.*
    from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[]) with ordinality
        as d (customer_id, name, role, email, phone, language, do_not_contact, mobile, line)
    order by d.customer_id, lower(d.name), d.role, d.line desc
), changed as (
    update ledger.contact c
    set email = coalesce(nullif(d.email, ''), c.email),
        phone = coalesce(nullif(d.phone, ''), c.phone),
        language = d.language,
        do_not_contact = c.do_not_contact or d.do_not_contact,
        mobile = coalesce(nullif(d.mobile, ''), c.mobile)
    from draft d
    where c.customer_id = d.customer_id
      and lower(c.name) = lower(d.name)
      and c.role = d.role
      and (c.email, c.phone, c.language, c.do_not_contact, c.mobile)
          is distinct from (
              coalesce(nullif(d.email, ''), c.email),
              coalesce(nullif(d.phone, ''), c.phone),
              d.language,
              c.do_not_contact or d.do_not_contact,
              coalesce(nullif(d.mobile, ''), c.mobile))
    returning false as added
), added as (
    insert into ledger.contact (customer_id, name, role, email, phone, language, do_not_contact, mobile)
    select d.customer_id, d.name, d.role, d.email, d.phone, d.language, d.do_not_contact, d.mobile
    from draft d
    where not exists (
        select
        from ledger.contact c
        where c.customer_id = d.customer_id
          and lower(c.name) = lower(d.name)
          and c.role = d.role
    )
    order by d.line
    returning true as added
)
select added from changed
union all
select added from added
