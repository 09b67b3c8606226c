-- What the application needs beneath its modules: the event registry and the job table.
create schema platform;
create extension if not exists pg_trgm;

create table platform.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_event on platform.event_publication using hash (serialized_event);
create index event_publication_by_completion on platform.event_publication (completion_date);

create table platform.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_task_by_execution on platform.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on platform.scheduled_task (last_heartbeat);
create index scheduled_task_by_priority on platform.scheduled_task (priority desc, execution_time);

-- Settings that the installation keeps for itself, such as whether the demo company has been loaded.
create table platform.setting (
    name  text primary key,
    value text not null
);

grant usage on schema platform to ${app_role};
grant select, insert, update, delete on all tables in schema platform to ${app_role};
