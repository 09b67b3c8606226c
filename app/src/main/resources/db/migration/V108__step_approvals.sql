-- The step whose message is due and waits for an approval.
alter table collections.decision add column awaits text;
create index decision_awaiting on collections.decision (run_id, account_id) where awaits is not null;

-- What was said to a step that needs approval, for the items for which it was proposed. Nobody approves what they have proposed by hand.
create table collections.step_verdict (
    id          bigint generated always as identity primary key,
    account_id  bigint not null references ledger.account,
    step        text not null,
    action      text not null,
    items       bigint[] not null check (cardinality(items) > 0),
    verdict     text not null check (verdict in ('APPROVED', 'DECLINED')),
    proposed_by text not null,
    reason      text not null,
    actor       text not null,
    said_on     date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    check (verdict = 'APPROVED' or reason <> ''),
    check (verdict = 'DECLINED' or actor <> proposed_by)
);
create index step_verdict_by_account on collections.step_verdict (account_id, id);
create index step_verdict_by_day on collections.step_verdict (said_on);

grant select, insert on collections.step_verdict to ${app_role};
grant usage on all sequences in schema collections to ${app_role};
