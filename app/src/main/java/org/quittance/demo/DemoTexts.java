package org.quittance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quittance.collections.reminder.PortalNotice;
import org.quittance.collections.reminder.PortalNoticed;
import org.quittance.collections.reminder.PortalNotices;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.correspondence.DemoHandOff;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.TextReceipts;
import org.quittance.formats.receipts.ReceiptLine;
import org.quittance.formats.receipts.ReceiptLine.Status;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.Settings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two text messages and a portal notice of the demo. Clara sends the messages; they are handed over in a file beside the demo's files, and the
 * service says that one has arrived and one has not.
 */
@Component
@Profile("demo")
class DemoTexts {

    private static final String TEXTED = "demo.texted";
    private static final int LOOKED_AT = 100;

    private final Worklist worklist;
    private final Reminders reminders;
    private final PortalNotices portals;
    private final Outbox outbox;
    private final DemoHandOff handOff;
    private final TextReceipts receipts;
    private final People people;
    private final Settings settings;

    DemoTexts(
            Worklist worklist,
            Reminders reminders,
            PortalNotices portals,
            Outbox outbox,
            DemoHandOff handOff,
            TextReceipts receipts,
            People people,
            Settings settings) {
        this.worklist = worklist;
        this.reminders = reminders;
        this.portals = portals;
        this.outbox = outbox;
        this.handOff = handOff;
        this.receipts = receipts;
        this.people = people;
        this.settings = settings;
    }

    /** Once: where customers were texted, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        if (settings.read(TEXTED).isPresent()) {
            return;
        }
        Viewer clara = people.credentials("clara").orElseThrow().viewer();
        List<MessageId> texted = text(clara);
        handOver(texted);
        settings.write(TEXTED, Integer.toString(texted.size()));
        due(clara, Action.PORTAL_NOTICE).stream()
                .limit(1)
                .forEach(row -> putIntoPortal(row.account().customerId(), today, clara));
    }

    private List<MessageId> text(Viewer clara) {
        List<MessageId> texted = new ArrayList<>();
        for (WorklistRow row : due(clara, Action.TEXT_MESSAGE)) {
            long customer = row.account().customerId();
            if (texted.size() < 2
                    && reminders.preview(customer, clara) instanceof ReminderDraft.ReadyText
                    && reminders.queue(customer, clara) instanceof ReminderOutcome.Queued queued) {
                texted.add(queued.message());
            }
        }
        return texted;
    }

    private List<WorklistRow> due(Viewer clara, Action action) {
        return worklist.rows(
                clara, new WorklistFilter(WorklistFilter.Show.EVERYTHING, null, null, null, action), 0, LOOKED_AT);
    }

    private void putIntoPortal(long customer, LocalDate today, Viewer clara) {
        PortalNotice notice = new PortalNotice(
                customer,
                Set.of(),
                today,
                new PortalNotice.Portal("Coupa", "https://supplier.coupa.example"),
                "SUP-48213",
                "Statement uploaded under the purchase order of the framework contract.");
        if (portals.note(notice, clara) instanceof PortalNoticed.Refused refused) {
            throw new IllegalStateException(refused.sentence());
        }
    }

    /** The first arrives; nobody has the number of the second any more. */
    private void handOver(List<MessageId> texted) {
        if (texted.isEmpty()) {
            return;
        }
        handOff.handOver(texted);
        List<ReceiptLine> lines = new ArrayList<>();
        for (MessageId id : texted) {
            String handedOverAs = outbox.message(id).orElseThrow().headerId();
            lines.add(
                    lines.isEmpty()
                            ? new ReceiptLine(2, handedOverAs, Status.DELIVERED, null, "")
                            : new ReceiptLine(3, handedOverAs, Status.FAILED, null, "unknown subscriber"));
        }
        receipts.take("receipts.csv", lines, DemoLoader.ACTOR);
    }
}
