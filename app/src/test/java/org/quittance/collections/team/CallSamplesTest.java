package org.quittance.collections.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.collections.CallCheck;
import org.quittance.core.collections.CallCheck.Finding;
import org.quittance.core.collections.CallCheck.Question;
import org.quittance.core.collections.CallLot;
import org.quittance.core.collections.CallLot.Answer;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is drawn for a month stays drawn, and nobody draws until the calls suit them. */
@ApplicationTest
class CallSamplesTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer TESSA = new Viewer(931, "sample-tessa", "Tessa", Set.of(Role.MANAGER), Set.of());
    private static final Viewer OMAR = new Viewer(932, "sample-omar", "Omar", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private CallSamples samples;

    @Autowired
    private CallReviews reviews;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private String person;

    @BeforeEach
    void aCollectorHasCalledAndFewHaveAnswered() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        person = "sampled-" + entity.code().toLowerCase(Locale.ROOT);
        books.invoice(entity, "C1", "1", 900_00, TODAY.minusDays(10));
        for (int i = 0; i < 20; i++) {
            called("No answer", TODAY);
        }
        for (int i = 0; i < 6; i++) {
            called("Spoke to them", TODAY.minusDays(2));
        }
        called("Spoke to them", TODAY.minusDays(CallSamples.DAYS));
    }

    @Test
    void aSampleIsMostlyOfAnsweredCallsAndStaysAsItWasDrawn() {
        assertThat(samples.of(person, TESSA)).isEmpty();
        assertThat(draw(TESSA)).isEqualTo(CallSamples.Outcome.DRAWN);
        CallSample drawn = samples.of(person, TESSA).getFirst();
        assertThat(drawn.of(Answer.ANSWERED)).isEqualTo(4);
        assertThat(drawn.of(Answer.NOBODY)).isEqualTo(1);
        called("Spoke to them", TODAY);
        clock.setTo(TODAY.plusDays(3));
        assertThat(draw(TESSA)).isEqualTo(CallSamples.Outcome.NOT_DONE);
        check(drawn.calls().getFirst());
        assertThat(samples.of(person, TESSA)).singleElement().satisfies(now -> {
            assertThat(now.checked()).isEqualTo(1);
            assertThat(now.calls()).extracting(CallSample.Drawn::call).isEqualTo(calls(drawn));
        });
        assertThat(samples.of(person, OMAR)).as("each draws their own").isEmpty();

        drawn.calls().stream().skip(1).forEach(this::check);
        assertThat(draw(TESSA)).as("on request, when all are checked").isEqualTo(CallSamples.Outcome.DRAWN);
        List<CallSample> both = samples.of(person, TESSA);
        assertThat(both).extracting(CallSample::number).containsExactly(2, 1);
        assertThat(calls(both.getFirst())).doesNotContainAnyElementsOf(calls(drawn));
        assertThat(both.getFirst().of(Answer.ANSWERED))
                .as("three are left of eight, one too old")
                .isEqualTo(3);
    }

    @Test
    void whoeverMadeACallReadsEachCheckOfItOnce() {
        Viewer caller = new Viewer(934, person, "Caller", Set.of(Role.COLLECTOR), Set.of());
        draw(TESSA);
        List<CallSample.Drawn> drawn = samples.of(person, TESSA).getFirst().calls();
        check(drawn.get(0), "Ask for a day.");
        check(drawn.get(1));
        CallReviews.Unread unread = reviews.unread(caller);
        assertThat(unread.checks()).isEqualTo(2);
        assertThat(unread.notes()).isEqualTo(1);
        check(drawn.get(2));
        reviews.read(unread.upTo(), TESSA);
        assertThat(reviews.unread(caller).checks())
                .as("nobody reads for another")
                .isEqualTo(3);
        reviews.read(unread.upTo(), caller);
        reviews.read(unread.upTo(), caller);
        assertThat(reviews.unread(caller).checks())
                .as("what came since the page was opened is still new")
                .isEqualTo(1);
    }

    @Test
    void aMonthThatEndsUncheckedKeepsNobodyFromTheNext() {
        draw(TESSA);
        clock.setTo(LocalDate.of(2026, 4, 1));
        called("Spoke to them", LocalDate.of(2026, 4, 1));
        assertThat(draw(TESSA)).isEqualTo(CallSamples.Outcome.DRAWN);
        assertThat(samples.of(person, TESSA)).hasSize(2);
    }

    @Test
    void nobodyDrawsTheirOwnCallsOrFromNone() {
        Viewer self = new Viewer(933, person, "Self", Set.of(Role.MANAGER), Set.of());
        assertThat(draw(self)).isEqualTo(CallSamples.Outcome.OWN_CALLS);
        assertThat(samples.draw("nobody-" + person, CallLot.CUSTOMARY, TESSA)).isEqualTo(CallSamples.Outcome.NO_CALLS);
    }

    private CallSamples.Outcome draw(Viewer viewer) {
        return samples.draw(person, CallLot.CUSTOMARY, viewer);
    }

    private static List<SampledCall> calls(CallSample sample) {
        return sample.calls().stream().map(CallSample.Drawn::call).toList();
    }

    private void check(CallSample.Drawn drawn) {
        check(drawn, "");
    }

    private void check(CallSample.Drawn drawn, String note) {
        Map<Question, Finding> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            answers.put(question, Finding.YES);
        }
        assertThat(reviews.review(drawn.call().activityId(), new CallCheck(answers), note, TESSA))
                .isEqualTo(CallReviewOutcome.DONE);
    }

    private void called(String outcome, LocalDate on) {
        AccountId account = books.account(entity, "C1");
        long customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account.value())
                .get(0, Long.class);
        transaction.executeWithoutResult(_ -> timeline.log(new Activity(
                CustomerId.of(customer),
                account,
                Activity.Kind.CALL,
                Activity.Direction.OUT,
                on,
                person,
                null,
                outcome,
                "",
                null)));
    }
}
