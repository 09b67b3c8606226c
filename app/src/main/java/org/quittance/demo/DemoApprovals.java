package org.quittance.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.quittance.collections.decision.StepApprovals;
import org.quittance.collections.decision.StepApprovals.Seen;
import org.quittance.collections.reminder.Proposal;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.Reminders;
import org.quittance.core.collections.StepVerdict;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tessa has approved two of the messages that wait; Clara has not sent them yet. */
@Component
class DemoApprovals {

    private static final String APPROVED = "demo.approved";
    private static final int MESSAGES = 2;

    private final StepApprovals approvals;
    private final Reminders reminders;
    private final People people;
    private final Settings settings;

    DemoApprovals(StepApprovals approvals, Reminders reminders, People people, Settings settings) {
        this.approvals = approvals;
        this.reminders = reminders;
        this.people = people;
        this.settings = settings;
    }

    /** Once. Those that matter least, and never the first: what Tessa would look at still waits for her. */
    @Transactional
    public void enter() {
        if (settings.read(APPROVED).isPresent()) {
            return;
        }
        Viewer tessa = people.credentials("tessa").orElseThrow().viewer();
        Viewer clara = people.credentials("clara").orElseThrow().viewer();
        List<Seen> seen = approvals.waiting(tessa, StepApprovals.MOST).stream().skip(1).toList().reversed().stream()
                .filter(line -> line.awaited().proposedBy().isEmpty())
                .filter(line -> reminders.awaited(
                                new Proposal(
                                        line.accountId(), line.awaited().step().id()),
                                clara)
                        instanceof ReminderDraft.Ready)
                .limit(MESSAGES)
                .map(line -> new Seen(
                        line.accountId(),
                        line.awaited().step().id(),
                        line.awaited().items().stream()
                                .map(concern -> concern.item().value())
                                .collect(Collectors.toSet())))
                .toList();
        int approved = approvals
                .say(seen, StepVerdict.Kind.APPROVED, "Their buyer knows of it", tessa)
                .done();
        settings.write(APPROVED, Integer.toString(approved));
    }
}
