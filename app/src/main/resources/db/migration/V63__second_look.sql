-- What the matcher left to a person, by the time at which it did: looked at again when the ledger has changed.
create index verdict_left_to_a_person on cash.verdict (decided_at) where decision in ('PROPOSED', 'UNIDENTIFIED');
