package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.worklist.BulkPreview;
import org.quittance.collections.worklist.BulkPreviews;
import org.quittance.core.collections.Action;
import org.quittance.core.contact.Brake;
import org.quittance.core.contact.Channel;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.MessageState;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.Jobs;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** One word for many customers: looked at first, called back as a whole, in parts with pauses, each customer once whatever is killed. */
@ApplicationTest
class BulkSendingTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final String LOGIN = "bulk-sender";

    @Autowired
    private BulkSending bulks;

    @Autowired
    private BulkPreviews previews;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Customers customers;

    @Autowired
    private ContactPolicies policies;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private Viewer sender;

    @BeforeEach
    void aManagerWhoSeesEverything() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        if (people.credentials(LOGIN).isEmpty()) {
            people.add(LOGIN, "Bulk Sender", "bulk@alder-paper.example", Set.of(Role.MANAGER), "none", "test");
        }
        sender = people.credentials(LOGIN).orElseThrow().viewer();
    }

    @Test
    void thePreviewSaysWhatWouldGoToWhomAndWhoIsLeftOut() {
        long first = debtor("B1", true);
        long second = debtor("B2", true);
        long nowhere = debtor("B3", false);
        BulkPreview preview = previews.of(new LinkedHashSet<>(List.of(first, second, nowhere)), sender);
        assertThat(preview.customers()).containsExactly(first, second);
        assertThat(preview.ways()).containsOnlyKeys(Channel.MESSAGE).containsValue(2);
        assertThat(preview.sums()).containsExactly(Money.of("1000.00", "EUR"));
        assertThat(preview.receivers())
                .allSatisfy(receiver -> assertThat(receiver.sums()).containsExactly(Money.of("500.00", "EUR")));
        assertThat(preview.samples()).hasSize(2);
        assertThat(preview.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.customerId()).isEqualTo(nowhere);
            assertThat(left.why()).contains("no postal address");
        });
    }

    @Test
    void aSendingGoesOnInPartsAndWritesToEachOnce() {
        Set<Long> wanted = debtors(BulkSending.AT_ONCE + 2);
        long bulk = bulks.begin(new BulkSending.Wish(wanted, "All of the list", LOGIN));
        assertThat(view(bulk).counts().done()).isZero();

        clock.advance(BulkSending.CALL_BACK_TIME);
        assertThatThrownBy(() -> bulks.goOn(bulk)).isInstanceOf(Jobs.NotYet.class);
        assertThat(view(bulk).counts().queued()).isEqualTo(BulkSending.AT_ONCE);
        clock.advance(BulkSending.PAUSE);
        bulks.goOn(bulk);
        bulks.goOn(bulk);
        BulkView done = view(bulk);
        assertThat(done.counts()).isEqualTo(new BulkView.Counts(wanted.size(), wanted.size(), 0));
        assertThat(done.end()).extracting(BulkView.End::outcome).isEqualTo(BulkView.Outcome.DONE);
        for (Long customer : wanted) {
            assertThat(outbox.messagesTo(CustomerId.of(customer), null, 9)).hasSize(1);
        }
    }

    @Test
    void calledBackAsAWholeNothingOfItLeaves() {
        Set<Long> wanted = debtors(BulkSending.AT_ONCE + 1);
        long bulk = bulks.begin(new BulkSending.Wish(wanted, "All of the list", LOGIN));
        clock.advance(BulkSending.CALL_BACK_TIME);
        assertThatThrownBy(() -> bulks.goOn(bulk)).isInstanceOf(Jobs.NotYet.class);
        Viewer colleague = new Viewer(0, "colleague", "Colleague", Set.of(Role.COLLECTOR), Set.of());
        assertThat(bulks.callBack(bulk, colleague)).isEqualTo(BulkSending.Outcome.NOT_YOURS);
        assertThat(bulks.callBack(bulk, sender)).isEqualTo(BulkSending.Outcome.DONE);
        clock.advance(BulkSending.PAUSE);
        bulks.goOn(bulk);
        assertThat(view(bulk).end()).extracting(BulkView.End::outcome).isEqualTo(BulkView.Outcome.CALLED_BACK);
        assertThat(view(bulk).counts().queued()).isEqualTo(BulkSending.AT_ONCE);
        for (Long customer : wanted) {
            assertThat(outbox.messagesTo(CustomerId.of(customer), null, 9))
                    .allSatisfy(message -> assertThat(message.state()).isEqualTo(MessageState.RECALLED));
        }
    }

    @Test
    void anUnusuallyLargeOneWaitsForTheCreditManager() {
        adopt(new Brake(2, 1, 0));
        Set<Long> wanted = debtors(1);
        assertThat(previews.of(wanted, sender).stop()).isNotNull();
        long bulk = bulks.begin(new BulkSending.Wish(wanted, "All of the list", LOGIN));
        assertThat(bulks.waitingForRelease()).extracting(BulkView::id).contains(bulk);
        assertThat(view(bulk).begins()).isEmpty();
        Viewer lead = new Viewer(0, "lead", "Lead of others", Set.of(Role.TEAM_LEAD), Set.of());
        assertThat(previews.waiting(view(bulk), lead))
                .as("whoever does not see the customers")
                .isEmpty();
        assertThat(previews.waiting(view(bulk), sender)).hasValueSatisfying(preview -> {
            assertThat(preview.customers()).containsExactlyElementsOf(wanted);
            assertThat(preview.steps()).containsExactly(Map.entry(Action.NOTICE_1, 1));
            assertThat(preview.sums()).containsExactly(Money.of("500.00", "EUR"));
        });
        adopt(ContactPolicy.standard().brake());
        clock.advance(Duration.ofMinutes(2));
        bulks.goOn(bulk);
        assertThat(view(bulk).stopped()).contains("1 customers would be written to");
        assertThat(view(bulk).counts().done()).isZero();
        assertThat(bulks.release(bulk, " ", sender)).isEqualTo(BulkSending.Outcome.NEEDS_A_REASON);
        assertThat(bulks.release(bulk, "Agreed with sales", sender)).isEqualTo(BulkSending.Outcome.DONE);
        assertThat(view(bulk).begins())
                .hasValueSatisfying(at -> assertThat(at).isAfter(view(bulk).startsAt()));
        assertThat(previews.waiting(view(bulk), sender)).isEmpty();
        bulks.goOn(bulk);
        assertThat(bulks.waitingForRelease()).extracting(BulkView::id).doesNotContain(bulk);
        assertThat(view(bulk).counts().queued()).isEqualTo(1);
    }

    private void adopt(Brake brake) {
        ContactPolicy standard = ContactPolicy.standard();
        ContactPolicy braking = new ContactPolicy(
                standard.callHours(),
                standard.messageHours(),
                standard.days(),
                standard.holidays(),
                standard.calls(),
                standard.messages(),
                standard.afterConversationDays(),
                standard.byHand(),
                standard.exemptTemplates(),
                standard.personalSegments(),
                standard.lawsForAll(),
                brake);
        int last = policies.versions().stream()
                .mapToInt(ContactPolicies.Version::version)
                .max()
                .orElse(0);
        assertThat(policies.adopt(new ContactPolicies.Draft(last, TODAY, braking, "For the test"), sender))
                .isEmpty();
    }

    private BulkView view(long bulk) {
        return bulks.find(bulk).orElseThrow();
    }

    private Set<Long> debtors(int many) {
        List<Long> found = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            found.add(debtor("M" + i, true));
        }
        return new LinkedHashSet<>(found);
    }

    private long debtor(String number, boolean hasMail) {
        books.invoice(entity, number, "R" + number, 500_00, TODAY.minusDays(12));
        long id = sql.fetchSingle(
                        "select customer_id from ledger.account_view where account_id = ?",
                        books.account(entity, number).value())
                .get(0, Long.class);
        String email = hasMail ? number.toLowerCase(java.util.Locale.ROOT) + "@debtor.example" : "";
        customers.addContact(
                new ContactDraft(id, "Jana Okafor", ContactRole.ACCOUNTS_PAYABLE, email, "", "en", false), "test");
        return id;
    }
}
