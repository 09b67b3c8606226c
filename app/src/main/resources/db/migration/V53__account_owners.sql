-- Whose an account is, and nothing else: what is counted for somebody needs no names.
create view ledger.account_owner_view as
select a.id as account_id, a.portfolio_id
from ledger.account a;

grant select on ledger.account_owner_view to ${app_role};
