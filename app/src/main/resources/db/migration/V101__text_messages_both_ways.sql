-- Text messages: what the service tells of them by itself, and how many leave in a minute.

-- Each call of the service that we have answered for good, by its own id: the same call again gets the same answer and changes nothing.
create table correspondence.receipt_call (
    call_id  text primary key check (call_id <> ''),
    status   int not null,
    -- The answer as it was given.
    answer   text not null,
    taken    int not null,
    known    int not null,
    refused  int not null,
    at       timestamptz not null
);
create index receipt_call_by_time on correspondence.receipt_call (at desc, call_id);

-- Which message left in which attempt, and when: so many in a minute leave, whichever node hands them over, before a restart or after.
create table correspondence.text_departure (
    message_id bigint not null references correspondence.message,
    attempt    int not null,
    at         timestamptz not null,
    primary key (message_id, attempt)
);
create index text_departure_by_time on correspondence.text_departure (at desc);

grant select, insert on correspondence.receipt_call, correspondence.text_departure to ${app_role};
