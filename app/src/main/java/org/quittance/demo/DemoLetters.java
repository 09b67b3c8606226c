package org.quittance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.core.collections.Action;
import org.quittance.core.ledger.LetterWay;
import org.quittance.correspondence.DemoHandOff;
import org.quittance.correspondence.LetterBatches;
import org.quittance.correspondence.MessageId;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.Settings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters on paper of the demo: some of Clara's customers have no e-mail address, one prefers paper, one cannot be reached at all. Three letters are
 * posted, the others wait.
 */
@Component
@Profile("demo")
class DemoLetters {

    private static final String WRITTEN = "demo.letters";
    private static final int LOOKED_AT = 200;
    private static final int ON_PAPER = 6;
    private static final int POSTED = 3;

    private final Worklist worklist;
    private final LedgerReader ledger;
    private final Customers customers;
    private final Reminders reminders;
    private final LetterBatches batches;
    private final DemoHandOff handOff;
    private final People people;
    private final Settings settings;

    DemoLetters(
            Worklist worklist,
            LedgerReader ledger,
            Customers customers,
            Reminders reminders,
            LetterBatches batches,
            DemoHandOff handOff,
            People people,
            Settings settings) {
        this.worklist = worklist;
        this.ledger = ledger;
        this.customers = customers;
        this.reminders = reminders;
        this.batches = batches;
        this.handOff = handOff;
        this.people = people;
        this.settings = settings;
    }

    /** Once: where letters were written, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        if (settings.read(WRITTEN).isPresent()) {
            return;
        }
        Viewer clara = people.credentials("clara").orElseThrow().viewer();
        List<Long> chosen = due(clara).stream().limit(ON_PAPER + 1).toList();
        List<MessageId> written = new ArrayList<>();
        for (Long id : chosen) {
            CustomerView customer = ledger.customer(clara, id).orElseThrow();
            boolean isReachedByNothing = id.equals(chosen.getLast());
            boolean prefersPaper = id.equals(chosen.getFirst());
            if (prefersPaper) {
                change(customer, customer.address(), LetterWay.POST);
            } else {
                customer.contacts().forEach(contact -> takeEMailAway(id, contact));
            }
            if (isReachedByNothing) {
                change(customer, "", LetterWay.E_MAIL);
            } else if (reminders.queue(id, clara) instanceof ReminderOutcome.Queued queued) {
                written.add(queued.message());
            }
        }
        handOff.endCallBack(written.stream().limit(POSTED).toList());
        if (batches.takeOut(_ -> true, clara.login()) instanceof LetterBatches.TakingOut.Done done) {
            batches.posted(done.batch().id(), today, clara.login());
        }
        settings.write(WRITTEN, Integer.toString(written.size()));
    }

    /** Customers for whom a notice is due, the least important first: the story of the large ones is not disturbed. */
    private Set<Long> due(Viewer clara) {
        Set<Long> found = new LinkedHashSet<>();
        for (Action action : List.of(Action.NOTICE_1, Action.NOTICE_2)) {
            worklist
                    .rows(clara, new WorklistFilter(WorklistFilter.Show.TO_DO, null, null, null, action), 0, LOOKED_AT)
                    .reversed()
                    .stream()
                    .map(row -> row.account().customerId())
                    .filter(id -> reminders.preview(id, clara) instanceof ReminderDraft.Ready)
                    .limit(ON_PAPER)
                    .forEach(found::add);
        }
        return found;
    }

    private void change(CustomerView customer, String address, LetterWay letters) {
        customers.change(
                customer.id(),
                new CustomerParticulars(
                        customer.name(),
                        customer.country(),
                        customer.language(),
                        customer.timeZone(),
                        customer.segment(),
                        address,
                        customer.state(),
                        letters),
                DemoLoader.ACTOR);
    }

    private void takeEMailAway(long customer, CustomerView.Contact contact) {
        customers.changeContact(
                contact.id(),
                new ContactDraft(
                        customer,
                        contact.name(),
                        ContactRole.valueOf(contact.role()),
                        "",
                        contact.phone(),
                        contact.language(),
                        contact.doNotContact()),
                DemoLoader.ACTOR);
    }
}
