-- What was billed in the last twelve months: to each account of which nothing is known and to which something was billed lately, and to a
-- thirtieth of the others, so that no sum is more than thirty days old. Binds: the business date, recorded since.
insert into collections.turnover (account_id, worked_out_on, currencies, billed_minor)
select s.account_id, {0}, array_agg(s.currency order by s.currency), array_agg(s.billed_minor order by s.currency)
from (
    select b.account_id, b.currency::text as currency, sum(b.original_minor)::bigint as billed_minor
    from ledger.billed_view b
    where b.document_date between {0}::date - 365 and {0}
      and b.account_id in (
        select n.account_id
        from ledger.billed_view n
        where n.recorded_at >= {1}
          and not exists (select from collections.turnover k where k.account_id = n.account_id)
        union
        select t.account_id
        from collections.turnover t
        where t.worked_out_on <= {0}::date - 30
           or (t.worked_out_on < {0}::date and t.account_id % 30 = ({0}::date - date '1970-01-01') % 30)
      )
    group by b.account_id, b.currency
) s
group by s.account_id
on conflict (account_id) do update
set worked_out_on = excluded.worked_out_on, currencies = excluded.currencies, billed_minor = excluded.billed_minor
