-- News that waits to be handed on names its listener and itself by class: these have moved into rooms of their module.
update platform.event_publication p
set listener_id = replace(p.listener_id, moved.was, moved.is_now)
from (values
    ('org.quittance.collections.Redecision.', 'org.quittance.collections.decision.Redecision.'),
    ('org.quittance.collections.RunAfterImport.', 'org.quittance.collections.decision.RunAfterImport.'),
    ('org.quittance.collections.UnsentMessages.', 'org.quittance.collections.reminder.UnsentMessages.')
) as moved (was, is_now)
where p.listener_id like moved.was || '%';

update platform.event_publication
set listener_id = replace(listener_id, 'org.quittance.collections.StrategiesChanged', 'org.quittance.collections.strategy.StrategiesChanged'),
    event_type = replace(event_type, 'org.quittance.collections.StrategiesChanged', 'org.quittance.collections.strategy.StrategiesChanged')
where event_type = 'org.quittance.collections.StrategiesChanged';
