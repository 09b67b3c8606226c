-- The habits of the accounts on which something was posted lately. Binds: recorded since.
delete from collections.habit h
where h.account_id in (
    select p.account_id
    from ledger.posting_view p
    where p.recorded_at >= {0}
)
