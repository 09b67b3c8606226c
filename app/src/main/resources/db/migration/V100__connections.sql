-- What is known of the mailbox and of the ways by which messages leave: since when each fails, and what it says.

create table correspondence.connection (
    kind          text not null check (kind in ('MAILBOX', 'MAIL_SERVER', 'TEXT_SERVICE')),
    -- A server, a mailbox, an address: another one is another connection.
    place         text not null check (place <> ''),
    worked_at     timestamptz,
    failing_since timestamptz,
    fault         text check (fault in ('NOT_REACHED', 'NOT_TRUSTED', 'SIGN_IN_REFUSED', 'NO_FOLDER', 'OTHER')),
    words         text not null,
    -- Nobody tries before.
    tried_again_at timestamptz,
    primary key (kind, place),
    check ((failing_since is null) = (fault is null)),
    check ((failing_since is null) = (tried_again_at is null)),
    check ((failing_since is null) = (words = ''))
);

-- What came in earlier was passed over when the mailbox was read for the first time, and is whenever it is numbered afresh.
alter table correspondence.mailbox_position add column read_from timestamptz;
update correspondence.mailbox_position
set read_from = coalesce((select min(m.at) from correspondence.mail m), now()) - interval '14 days';
alter table correspondence.mailbox_position alter column read_from set not null;

-- At which mail the reading stopped short, and how often: one mail does not keep back all that follow.
alter table correspondence.mailbox_position add column stuck_uid bigint not null default 0;
alter table correspondence.mailbox_position add column stuck_times int not null default 0;

-- What tells a mail from another of the same Message-ID; empty in those that were taken before it was kept.
alter table correspondence.mail add column signature text not null default '';

grant select, insert, update on correspondence.connection to ${app_role};
