-- How what is at stake follows from what is overdue, in sentences, one for each currency in which they differ.
alter table collections.decision add column stake_facts text[] not null default '{}';
