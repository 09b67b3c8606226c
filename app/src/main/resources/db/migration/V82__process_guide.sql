-- How a step of the work is done, by version: none is ever changed. Of the versions that are effective on a day the one that became so last holds;
-- one without words says that there is no text any more.
create table collections.guide_text (
    id           bigint generated always as identity primary key,
    topic        text not null,
    version      int not null check (version > 0),
    words        text not null check (length(words) <= 4000),
    effective_on date not null,
    actor        text not null check (actor <> ''),
    recorded_at  timestamptz not null default clock_timestamp(),
    unique (topic, version)
);

-- Who has read which version.
create table collections.guide_reading (
    guide_id bigint not null references collections.guide_text,
    person   text not null check (person <> ''),
    read_at  timestamptz not null default clock_timestamp(),
    primary key (guide_id, person)
);

grant select, insert on collections.guide_text, collections.guide_reading to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
