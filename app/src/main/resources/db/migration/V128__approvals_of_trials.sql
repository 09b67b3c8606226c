-- Of each deed of a trial, whether a person would have done it, and whose approval it would have needed. Trials from before this have neither: their
-- messages are nobody's work, as they were.
alter table collections.trial_account
    add column before_by_hand boolean[] not null default '{}',
    add column after_by_hand boolean[] not null default '{}',
    add column before_approvals text[] not null default '{}',
    add column after_approvals text[] not null default '{}';
