-- Who did what. Entries are written in the transaction of the deed; seals chain them afterwards, in the order of sealing, so
-- that no business transaction waits for another's. Neither can be changed by the application.
create schema audit;

create table audit.entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    actor        text not null,
    action       text not null,
    subject_type text not null,
    subject_id   text not null,
    detail       text not null default ''
);
create index entry_by_subject on audit.entry (subject_type, subject_id, id);
create index entry_by_actor on audit.entry (actor, id);

create table audit.seal (
    seq      bigint primary key,
    entry_id bigint not null unique references audit.entry,
    hash     bytea not null
);

grant usage on schema audit to ${app_role};
grant select, insert on all tables in schema audit to ${app_role};
