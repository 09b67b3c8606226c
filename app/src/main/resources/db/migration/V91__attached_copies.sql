-- A message that has a copy attached names it; what was sent stays what it was, since copies are never changed.
alter table correspondence.attachment
    alter column content drop not null,
    add column copy_id bigint references copies.copy,
    add check ((content is null) = (copy_id is not null));
