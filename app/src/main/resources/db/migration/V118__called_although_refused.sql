-- A call that is noted says what was dialled for it, and, where the contact gate had refused that, how there was a call all the same.
alter table collections.call_noted
    add column dialling_id bigint references collections.dialling,
    add column otherwise   text not null default '',
    add check (otherwise = '' or dialling_id is not null);
create index call_noted_by_dialling on collections.call_noted (dialling_id) where dialling_id is not null;
