-- Accounts as somebody tells of them: unknown ones are opened, known ones changed where the draft says something else. A null leaves
-- what is known. Of two drafts of one account the later counts.
-- Binds: customer, entity, number, terms, limit, portfolio, basis points and days of the discount, virtual account (empty where not told).
with draft as (
    select distinct on (d.entity_id, d.number) d.*
    from unnest(
        ?::bigint[], ?::bigint[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::text[]) with ordinality
        as d (customer_id, entity_id, number, terms_days, limit_minor, portfolio_id, discount_basis_points, discount_days,
            virtual_account, line)
    order by d.entity_id, d.number, d.line desc
)
insert into ledger.account as a (
    customer_id, entity_id, number, bucket, terms_days, limit_minor, portfolio_id, discount_basis_points, discount_days,
    virtual_account)
select
    d.customer_id,
    d.entity_id,
    d.number,
    ledger.bucket_of(c.id, c.payer_id),
    coalesce(d.terms_days, k.terms_days, 30),
    coalesce(d.limit_minor, k.limit_minor),
    coalesce(d.portfolio_id, k.portfolio_id, (select min(p.id) from identity.portfolio p)),
    coalesce(d.discount_basis_points, k.discount_basis_points),
    coalesce(d.discount_days, k.discount_days),
    coalesce(nullif(d.virtual_account, ''), k.virtual_account, '')
from draft d
join ledger.customer c on c.id = d.customer_id
left join ledger.account k on k.entity_id = d.entity_id and k.number = d.number
order by d.line
on conflict (entity_id, number) do update
set terms_days = excluded.terms_days,
    limit_minor = excluded.limit_minor,
    portfolio_id = excluded.portfolio_id,
    discount_basis_points = excluded.discount_basis_points,
    discount_days = excluded.discount_days,
    virtual_account = excluded.virtual_account
where (a.terms_days, a.limit_minor, a.portfolio_id, a.discount_basis_points, a.discount_days, a.virtual_account)
    is distinct from (
        excluded.terms_days, excluded.limit_minor, excluded.portfolio_id, excluded.discount_basis_points, excluded.discount_days,
        excluded.virtual_account)
returning a.id, a.xmax = 0 as added
