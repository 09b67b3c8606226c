-- Files on their way in, kept until their last line is done, so that a crash costs nothing.
create schema intake;

create table intake.upload (
    id             bigint generated always as identity primary key,
    file_name      text not null,
    content_hash   text not null,
    size_bytes     bigint not null,
    content_kind   text not null default '',
    entity_id      bigint references ledger.entity,
    currency       char(3),
    -- A full extract also says, by silence, what is gone.
    completeness   text not null check (completeness in ('PARTIAL', 'FULL')),
    layout         text not null default '',
    state          text not null check (state in
                       ('WAITING', 'RUNNING', 'NEEDS_MAPPING', 'NEEDS_ACCEPTANCE', 'DONE', 'REFUSED')),
    state_reason   text not null default '',
    lines_done     bigint not null default 0,
    lines_added    bigint not null default 0,
    lines_known    bigint not null default 0,
    lines_refused  bigint not null default 0,
    business_date  date not null,
    actor          text not null,
    received_at    timestamptz not null default clock_timestamp(),
    finished_at    timestamptz
);

create table intake.upload_chunk (
    upload_id bigint not null references intake.upload,
    seq       int not null,
    bytes     bytea not null,
    primary key (upload_id, seq)
);

create table intake.upload_problem (
    id        bigint generated always as identity primary key,
    upload_id bigint not null references intake.upload,
    line      bigint not null,
    field     text not null,
    excerpt   text not null,
    message   text not null,
    remedy    text not null,
    severity  text not null check (severity in ('REMARK', 'ROW_REFUSED', 'FILE_REFUSED'))
);
create index upload_problem_by_upload on intake.upload_problem (upload_id, line, id);

-- A mapping that a person has made once, for every later file with the same headers.
create table intake.mapping (
    fingerprint text primary key,
    layout      text not null,
    actor       text not null,
    saved_at    timestamptz not null default clock_timestamp()
);

grant usage on schema intake to ${app_role};
grant select, insert, update, delete on all tables in schema intake to ${app_role};
