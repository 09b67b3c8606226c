-- Of the accounts those of which no file had told before this one: no item of theirs is of another upload, and nobody but a rule has put
-- them where they lie. Binds: accounts, upload.
select a.id
from ledger.account a
where a.id = any({0})
  and (a.portfolio_id = (select min(p.id) from identity.portfolio p)
      or exists (select from ledger.account_move m where m.account_id = a.id))
  and not exists (
      select from ledger.item i where i.account_id = a.id and i.upload_id is distinct from nullif({1}, 0))
