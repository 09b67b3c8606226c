-- Rates as somebody tells of them. Of two of the same pair and day the later line counts; what is known already stays as it is.
-- Binds: base, quote, day, rate, source.
with draft as (
    select distinct on (d.base, d.quote, d.on_day) d.*
    from unnest(?::text[], ?::text[], ?::date[], ?::numeric[], ?::text[]) with ordinality
        as d (base, quote, on_day, rate, source, line)
    order by d.base, d.quote, d.on_day, d.line desc
)
insert into ledger.rate as r (base, quote, on_day, rate, source)
select d.base, d.quote, d.on_day, d.rate, d.source
from draft d
order by d.base, d.quote, d.on_day
on conflict (base, quote, on_day) do update
set rate = excluded.rate,
    source = excluded.source
where r.rate <> excluded.rate
-- Only a row that was there before has been locked on its way here.
returning xmax = 0 as added
