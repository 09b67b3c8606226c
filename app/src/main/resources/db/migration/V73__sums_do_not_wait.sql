-- A bank's line that a settlement report explains waits for nobody: the payments behind it do.
delete from cash.unidentified u
using cash.settlement_join j
where u.payment_id = j.payment_id;

create function cash.keep_settled() returns trigger
    language plpgsql security definer set search_path = cash, pg_temp
as $$
begin
    delete from cash.unidentified u
    using new_rows n
    where u.payment_id = n.payment_id;
    return null;
end
$$;
create trigger keep_settled after insert on cash.settlement_join
    referencing new table as new_rows for each statement execute function cash.keep_settled();
