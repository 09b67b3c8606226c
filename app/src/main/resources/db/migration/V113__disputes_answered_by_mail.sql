-- Disputes may go to somebody in the company who does not sign in, are answered by a link, and keep what was handed in as evidence.

alter table disputes.dispute_now
    add column owner_name text,
    add column owner_email text,
    add constraint dispute_now_one_owner check (owner_login is null or owner_name is null),
    add constraint dispute_now_owner_reached check ((owner_name is null) = (owner_email is null));

alter table disputes.dispute_event
    add column owner_name text,
    add column owner_email text,
    -- Who said it, where that is not the actor.
    add column said_by text not null default '';
alter table disputes.dispute_event drop constraint dispute_event_check1;
alter table disputes.dispute_event add constraint dispute_event_new_owner
    check ((deed = 'HAND_OVER') = (owner_login is not null or owner_name is not null));

create table disputes.evidence (
    id          bigint generated always as identity primary key,
    dispute_id  bigint not null references disputes.dispute,
    name        text not null check (name <> ''),
    media_type  text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    content     bytea not null check (length(content) between 1 and 5242880),
    said_by     text not null check (said_by <> ''),
    actor       text not null check (actor <> ''),
    recorded_at timestamptz not null default clock_timestamp()
);
create index evidence_by_dispute on disputes.evidence (dispute_id, id);

grant select, insert on disputes.evidence to ${app_role};
grant usage on all sequences in schema disputes to ${app_role};
