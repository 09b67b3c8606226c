-- Who has which customer open at this moment. No history: a row is gone soon after its page is, and nothing of it is logged, not even by
-- the database. A crash empties it, and open pages fill it again within seconds.
create unlogged table collections.presence (
    customer_id bigint not null,
    login       text not null,
    name        text not null,
    since       timestamptz not null,
    -- When the page last said that it is still open. In no index, so that saying so again is cheap.
    seen_at     timestamptz not null,
    primary key (customer_id, login)
) with (fillfactor = 50);
grant select, insert, update, delete on collections.presence to ${app_role};
