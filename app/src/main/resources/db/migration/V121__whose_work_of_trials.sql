-- Whose work each deed of a trial would have been: a strategy leaves steps to the collector, a lead or the credit manager. Trials from before
-- this have none, and are counted for the collector as they were.
alter table collections.trial_account
    add column before_owners text[] not null default '{}',
    add column after_owners text[] not null default '{}';
