-- The habits of the accounts on which something was posted lately. Binds: recorded since, how many parts, which part.
delete from collections.habit h
where h.account_id in (
    select p.account_id
    from ledger.posting_view p
    where p.recorded_at >= {0} and p.account_id % {1} = {2}
)
