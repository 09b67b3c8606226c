package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.Hours;
import org.quittance.correspondence.Debts.Debt;
import org.quittance.correspondence.letter.Language;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A message that is put off at half past eight in the evening, and what happens before the morning. */
@ApplicationTest
@Import(Debts.class)
class HeldMessagesTest {

    private static final TestPost MAIL_SERVER = new TestPost();
    private static final LocalDate TODAY = Books.TODAY;
    private static final Instant MORNING = Instant.parse("2026-03-03T07:00:00Z");
    private static final Viewer MANAGER = new Viewer(772, "amira", "Amira", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private Outbox outbox;

    @Autowired
    private Delivery delivery;

    @Autowired
    private HeldMessages held;

    @Autowired
    private Redecision redecision;

    @Autowired
    private ContactPolicies policies;

    @Autowired
    private Overrides overrides;

    @Autowired
    private Debts debts;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    private ContactPolicy before = ContactPolicy.standard();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("quittance.smtp.host", () -> "127.0.0.1");
        registry.add("quittance.smtp.tls", () -> "none");
        registry.add("quittance.smtp.port", MAIL_SERVER::port);
    }

    @AfterAll
    static void closeMailServer() {
        MAIL_SERVER.stop();
    }

    @BeforeEach
    void startInTheEvening() {
        before = policies.on(TODAY);
        clock.setTo(TODAY);
        clock.advance(Duration.ofHours(11).plusMinutes(30));
    }

    @AfterEach
    void leaveTheRulesAsTheyWere() {
        if (!policies.on(TODAY).equals(before)) {
            adopt(before);
        }
    }

    @Test
    void onceTheRulesAllowItAMessageLeavesWithoutWaitingForItsMoment() {
        MessageId id = putOff(debts.overdueOn(TODAY));

        clock.advance(Duration.ofMinutes(1));
        adopt(untilTen(before));
        assertThat(sql.fetchValue(
                        "select count(*) from platform.scheduled_task where task_name = ? and task_instance = ?",
                        HeldMessages.JOB,
                        Long.toString(clock.instant().toEpochMilli())))
                .as("a job goes through all of them")
                .isEqualTo(1L);
        held.askAgainAboutAll();

        assertThat(message(id).heldUntil()).isEqualTo(clock.instant());
        assertThat(jobOf(id)).isEqualTo(clock.instant());
        delivery.deliver(id);
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatIsForbiddenMeanwhileIsRefusedWithoutWaitingForItsMoment() {
        Debt debt = debts.overdueOn(TODAY);
        MessageId id = putOff(debt);

        overrides.blockContact(debt.customer().value(), null, "A lawyer answers", Viewer.system("amira"));

        assertThat(jobOf(id)).isEqualTo(clock.instant());
        delivery.deliver(id);
        assertThat(message(id).state()).isEqualTo(MessageState.REFUSED);
        assertThat(rules(id)).containsExactly("quiet-hours", "do-not-contact");
    }

    @Test
    void askedAgainInVainItIsPutOffToTheSameMomentAndNothingIsWrittenTwice() {
        Debt debt = debts.overdueOn(TODAY);
        MessageId id = putOff(debt);
        MessageId ofAnother = putOff(debts.overdueOn(TODAY));

        redecision.decide(Set.of(debt.invoice().account().value()));
        assertThat(message(ofAnother).heldUntil()).isEqualTo(MORNING);
        assertPutOff(id);

        assertThat(message(id).heldUntil()).isEqualTo(MORNING);
        assertThat(rules(id)).containsExactly("quiet-hours");
    }

    private MessageId putOff(Debt debt) {
        OutgoingMessage message = new OutgoingMessage(
                debt.customer(),
                "NOTICE_1",
                Language.ENGLISH,
                new MailAddress("credit@alder-paper.example", ""),
                new MailAddress("jana@printer.example", ""),
                "About your account",
                "Please look at it.",
                "<p>Please look at it.</p>",
                List.of(new ListedItem(
                        debt.invoice().id(),
                        debt.invoice().account(),
                        debt.invoice().open())),
                List.of(),
                TODAY,
                "amira",
                Origin.AUTOMATIC);
        MessageId id = Objects.requireNonNull(transaction.execute(_ -> outbox.queue(message)));
        clock.advance(Outbox.CALL_BACK_TIME);
        assertPutOff(id);
        return id;
    }

    private void assertPutOff(MessageId id) {
        assertThatThrownBy(() -> delivery.deliver(id))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining(MORNING.toString());
    }

    private void adopt(ContactPolicy policy) {
        int last = policies.versions().stream()
                .mapToInt(ContactPolicies.Version::version)
                .max()
                .orElse(0);
        assertThat(policies.adopt(new ContactPolicies.Draft(last, TODAY, policy, "For the test"), MANAGER))
                .isEmpty();
    }

    private static ContactPolicy untilTen(ContactPolicy policy) {
        return new ContactPolicy(
                policy.callHours(),
                Hours.of("07:00", "22:00"),
                policy.days(),
                policy.holidays(),
                policy.calls(),
                policy.messages(),
                policy.afterConversationDays(),
                policy.byHand(),
                policy.exemptTemplates(),
                policy.personalSegments(),
                policy.lawsForAll(),
                policy.brake());
    }

    private List<String> rules(MessageId id) {
        return sql.fetch("select rule from correspondence.refusal where message_id = ? order by id", id.value())
                .getValues("rule", String.class);
    }

    private Instant jobOf(MessageId id) {
        return sql.fetchSingle(
                        "select execution_time from platform.scheduled_task where task_name = ? and task_instance = ?",
                        DeliveryQueue.JOB,
                        id.toString())
                .get(0, Instant.class);
    }

    private Message message(MessageId id) {
        return outbox.message(id).orElseThrow();
    }
}
