-- The words of letters that the company has written itself, by version: the latest of a letter, a language and a legal entity holds, and none
-- is ever changed. What is written for one legal entity goes before what is written for all.
create table correspondence.letter_text (
    id            bigint generated always as identity primary key,
    letter        text not null,
    language      text not null check (language ~ '^[a-z]{2}$'),
    -- None where it is for all legal entities.
    entity_id     bigint,
    version       int not null check (version > 0),
    -- All null: from this version on the words of all entities hold again, and for all entities those that come with Quittance.
    title         text check (title <> ''),
    subject       text check (subject <> ''),
    before_items  text check (before_items <> ''),
    after_items   text check (after_items <> ''),
    reason        text not null check (reason <> ''),
    actor         text not null check (actor <> ''),
    recorded_at   timestamptz not null default clock_timestamp(),
    unique nulls not distinct (letter, language, entity_id, version),
    check (num_nulls(title, subject, before_items, after_items) in (0, 4))
);

grant select, insert on correspondence.letter_text to ${app_role};
