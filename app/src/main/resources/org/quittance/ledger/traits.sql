-- Traits as a list of customers tells them: noted from a day on where another counts then, or none. Of two of one customer the later counts.
-- Binds: master, number, trait, day, reason, actor.
with draft as (
    select distinct on (d.customer_master, d.number) d.*
    from unnest(?::text[], ?::text[], ?::text[]) with ordinality as d (customer_master, number, trait, line)
    order by d.customer_master, d.number, d.line desc
), said as (
    select ?::date as since, ?::text as reason, ?::text as actor
)
insert into ledger.customer_trait (customer_id, trait, since, reason, actor)
select c.id, d.trait, s.since, s.reason, s.actor
from draft d
cross join said s
join ledger.customer c on c.customer_master = d.customer_master and c.number = d.number
left join lateral (
    select t.trait
    from ledger.customer_trait t
    where t.customer_id = c.id
      and t.since <= s.since
    order by t.since desc, t.id desc
    limit 1
) known on true
where d.trait is distinct from known.trait
order by d.line
