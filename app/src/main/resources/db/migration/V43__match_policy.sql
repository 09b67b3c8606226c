-- What each legal entity lets the matcher do on its own, by version; and what the work of people has taught about it.

-- A version is valid from its day until another is. It is never changed: whoever wants it otherwise adds one, with the reason.
create table cash.match_policy (
    id                    bigint generated always as identity primary key,
    entity_id             bigint not null references ledger.entity,
    version               int not null check (version > 0),
    valid_from            date not null,
    apply_from            numeric(5, 4) not null check (apply_from between 0.5 and 1),
    tolerance_per_million int not null check (tolerance_per_million between 0 and 100000),
    discount_basis_points int not null check (discount_basis_points between 0 and 2000),
    discount_days         int not null check (discount_days between 0 and 365),
    discount_grace_days   int not null check (discount_grace_days between 0 and 365),
    sequence              text not null check (sequence in ('OLDEST_DUE', 'NEWEST_DUE', 'LARGEST', 'SMALLEST')),
    allowed               text[] not null check (
        allowed <@ array['PART_PAYMENT', 'OVERPAYMENT', 'AMOUNT_ALONE', 'CREDIT_NOTE_TAKEN', 'SUBSET']),
    reason                text not null check (reason <> ''),
    actor                 text not null,
    recorded_at           timestamptz not null default now(),
    unique (entity_id, version)
);

-- Of a currency without a row nothing is tolerated and nothing given up.
create table cash.match_policy_limit (
    policy_id                 bigint not null references cash.match_policy,
    currency                  char(3) not null,
    tolerance_minor           bigint not null check (tolerance_minor >= 0),
    small_difference_minor    bigint not null check (small_difference_minor between 0 and tolerance_minor),
    bank_charge_minor         bigint not null check (bank_charge_minor >= 0),
    exchange_difference_minor bigint not null check (exchange_difference_minor >= 0),
    primary key (policy_id, currency)
);

-- What a person's decision says about a kind of evidence: the first proposal was taken as it stood, or it was not; a match was taken back
-- because it was wrong.
create table cash.evidence_lesson (
    id         bigint generated always as identity primary key,
    entity_id  bigint not null references ledger.entity,
    payment_id bigint not null references cash.payment,
    verdict_id bigint not null references cash.verdict,
    kind       text not null,
    lesson     text not null check (lesson in ('RIGHT', 'WRONG')),
    actor      text not null,
    learned_at timestamptz not null default now()
);
create index evidence_lesson_by_entity on cash.evidence_lesson (entity_id, learned_at);
create index evidence_lesson_by_payment on cash.evidence_lesson (payment_id);

-- What a person's decision says about whose a bank account is. The last word counts, and outweighs whatever the matcher has concluded.
create table cash.payer_lesson (
    id            bigint generated always as identity primary key,
    payer_account text not null check (payer_account <> ''),
    account_id    bigint not null references ledger.account,
    payment_id    bigint not null references cash.payment,
    lesson        text not null check (lesson in ('CONFIRMED', 'WRONG')),
    actor         text not null,
    learned_at    timestamptz not null default now()
);
create index payer_lesson_by_account on cash.payer_lesson (payer_account, account_id, id);
create index payer_lesson_by_payment on cash.payer_lesson (payment_id);

-- Bank accounts as they are known now: remembered, and not the last word of a person that it was wrong.
create view cash.known_payer_view as
select p.payer_account, p.account_id
from cash.payer_account p
where coalesce(
          (select l.lesson
           from cash.payer_lesson l
           where l.payer_account = p.payer_account and l.account_id = p.account_id
           order by l.id desc
           limit 1),
          'CONFIRMED') = 'CONFIRMED';
create index payer_account_by_account on cash.payer_account (account_id);

grant select, insert on cash.match_policy, cash.match_policy_limit, cash.evidence_lesson, cash.payer_lesson to ${app_role};
grant select on cash.known_payer_view to ${app_role};
grant usage on all sequences in schema cash to ${app_role};
