-- Settles what a full extract no longer shows, or shows less of. Binds: upload (3 times), business date, cause, actor.
with covered as (
    select distinct i.entity_id, i.source
    from ledger.extract_item x
    join ledger.item i on i.id = x.item_id
    where x.upload_id = ?
), change as (
    select o.item_id, o.account_id, coalesce(x.open_minor, 0) - o.open_minor as delta_minor, coalesce(x.open_minor, 0) as left_minor,
           o.posted_on
    from ledger.open_item o
    join ledger.item i on i.id = o.item_id
    join covered c on c.entity_id = i.entity_id and c.source = i.source
    left join ledger.extract_item x on x.upload_id = ? and x.item_id = o.item_id
    where abs(coalesce(x.open_minor, 0)) < abs(o.open_minor)
      and i.upload_id is distinct from ?
), posting as (
    insert into ledger.posting (item_id, account_id, kind, delta_minor, business_date, cause, actor)
    select item_id, account_id, 'CLEARED_IN_ERP', delta_minor, greatest(?::date, posted_on), ?, ?
    from change
), settled as (
    delete from ledger.open_item o
    using change c
    where o.item_id = c.item_id and c.left_minor = 0
), lowered as (
    update ledger.open_item o
    set open_minor = c.left_minor
    from change c
    where o.item_id = c.item_id and c.left_minor <> 0
)
select count(*), count(distinct account_id) from change
