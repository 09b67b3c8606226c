-- What was billed in the last twelve months to each account to which something was billed lately, or whose sum is a month old.
-- Binds: recorded since, the business date.
insert into collections.turnover (account_id, worked_out_on, currencies, billed_minor)
select s.account_id, {1}, array_agg(s.currency order by s.currency), array_agg(s.billed_minor order by s.currency)
from (
    select b.account_id, b.currency::text as currency, sum(b.original_minor)::bigint as billed_minor
    from ledger.billed_view b
    where b.document_date between {1}::date - 365 and {1}
      and b.account_id in (
        select n.account_id
        from ledger.billed_view n
        where n.recorded_at >= {0}
        union
        select t.account_id
        from collections.turnover t
        where t.worked_out_on < {1}::date - 30
      )
    group by b.account_id, b.currency
) s
group by s.account_id
on conflict (account_id) do update
set worked_out_on = excluded.worked_out_on, currencies = excluded.currencies, billed_minor = excluded.billed_minor
