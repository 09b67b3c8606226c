-- Customers as somebody tells of them: unknown ones are added, known ones changed where the draft says something else. An empty field
-- leaves what is known; for a new customer it is that of the first entity. Of two drafts of one customer the later counts.
-- Binds: master, number, name, country, language, time zone, segment, address, state, letters.
with draft as (
    select distinct on (d.customer_master, d.number) d.*
    from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[]) with ordinality
        as d (customer_master, number, name, country, language, time_zone, segment, address, state, letters, line)
    order by d.customer_master, d.number, d.line desc
), home as (
    select distinct on (e.customer_master) e.customer_master, e.country, e.language
    from ledger.entity e
    order by e.customer_master, e.id
)
insert into ledger.customer as c (customer_master, number, name, country, language, time_zone, segment, address, state, letters)
select
    d.customer_master,
    d.number,
    coalesce(nullif(d.name, ''), k.name, d.number),
    coalesce(nullif(d.country, ''), k.country, h.country, 'ZZ'),
    coalesce(nullif(d.language, ''), k.language, h.language, 'en'),
    coalesce(nullif(d.time_zone, ''), k.time_zone, 'UTC'),
    coalesce(nullif(d.segment, ''), k.segment, ''),
    coalesce(nullif(d.address, ''), k.address, ''),
    coalesce(nullif(d.state, ''), k.state, ''),
    coalesce(nullif(d.letters, ''), k.letters, 'E_MAIL')
from draft d
left join ledger.customer k on k.customer_master = d.customer_master and k.number = d.number
left join home h on h.customer_master = d.customer_master
order by d.line
on conflict (customer_master, number) do update
set name = excluded.name,
    country = excluded.country,
    language = excluded.language,
    time_zone = excluded.time_zone,
    segment = excluded.segment,
    address = excluded.address,
    state = excluded.state,
    letters = excluded.letters
where (c.name, c.country, c.language, c.time_zone, c.segment, c.address, c.state, c.letters)
    is distinct from
      (excluded.name, excluded.country, excluded.language, excluded.time_zone, excluded.segment, excluded.address,
          excluded.state, excluded.letters)
returning c.xmax = 0 as added
