-- Lists as somebody likes to see them: the filters of a page under a name.
create table identity.saved_view (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references identity.person,
    path       text not null check (path like '/%'),
    name       text not null check (name <> ''),
    -- As it stands behind the question mark of the page's address.
    query      text not null,
    shared     boolean not null,
    created_at timestamptz not null default now(),
    unique (person_id, path, name)
);
create index saved_view_by_path on identity.saved_view (path);

grant select, insert, update, delete on identity.saved_view to ${app_role};
