-- Up to which recording the sums of what was billed have been worked out; the next night works out all of them.
create table collections.turnover_mark (
    only_one   boolean primary key default true check (only_one),
    read_until timestamptz not null
);
grant select, insert, update, delete on collections.turnover_mark to ${app_role};
