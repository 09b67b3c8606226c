-- That whoever made a call has read what was said of it.
create table collections.call_review_reading (
    review_id bigint primary key references collections.call_review,
    read_at   timestamptz not null default clock_timestamp()
);

grant select, insert on collections.call_review_reading to ${app_role};
