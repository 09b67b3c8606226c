-- Takes out what is about to be worked out anew. Binds: recorded since, worked out before.
delete from collections.behaviour b
where b.worked_out_on < {1}
   or b.account_id in (
       select p.account_id
       from ledger.posting_view p
       where p.recorded_at >= {0}
   )
