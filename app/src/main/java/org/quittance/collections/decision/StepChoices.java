package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.CHOSEN_STEP;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.VisibleAccounts;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Sentences;
import org.quittance.core.collections.Step;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People choose another step of the strategy than it proposes, each time with a reason: a call in the place of a letter, another level of
 * notice. What they choose is decided by {@link org.quittance.core.collections.ChosenStep}; whether it may be sent, the contact gate says.
 */
@Service
public class StepChoices {

    private static final int DAYS_LISTED = 90;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final NextActions nextActions;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    StepChoices(
            DSLContext sql,
            VisibleAccounts visible,
            NextActions nextActions,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.nextActions = nextActions;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a choice. */
    public enum Outcome {
        CHOSEN("The chosen step is next."),
        GIVEN_BACK("The strategy proposes again."),
        NOT_FOUND("There is no such account in your portfolios."),
        NEEDS_A_REASON("Say why you take another step than the strategy proposes: whoever looks next wants to know."),
        NOT_TO_BE_CHOSEN(
                "The strategy proposes something else by now, or that step cannot be taken here. Look at what is next and choose again."),
        TAKEN_TODAY("That was done today already. Choose another step."),
        NOTHING_CHOSEN("Nobody has chosen a step here; the strategy proposes.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** A choice as it was made, and whose account it is. */
    public record Line(
            long accountId,
            long customerId,
            String customerName,
            String entityCode,
            String accountNumber,
            Action insteadOf,
            Action chosen,
            String reason,
            LocalDate on,
            String actor) {}

    /** Takes the step of the account's strategy in the place of the proposed one. */
    @Transactional
    public Outcome choose(long accountId, String step, String reason, Viewer viewer) {
        if (reason.isBlank()) {
            return Outcome.NEEDS_A_REASON;
        }
        Optional<AccountNext> found = next(accountId, viewer);
        if (found.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        AccountNext account = found.get();
        Optional<Step> chosen = account.alternatives().stream()
                .filter(each -> each.id().equals(step))
                .findFirst();
        if (chosen.isEmpty() || !(account.next() instanceof NextAction.Act act) || act.step() == null) {
            return Outcome.NOT_TO_BE_CHOSEN;
        }
        if (account.standing().last(chosen.get().action()).stream()
                .anyMatch(contact -> contact.on().equals(clock.today()))) {
            return Outcome.TAKEN_TODAY;
        }
        // Whoever chooses again does so in the place of what the strategy proposes, not of the choice before.
        Step proposed = account.chosen()
                .flatMap(before -> account.strategy().version().strategy().step(before.insteadOf()))
                .orElse(act.step());
        write(account, chosen.get(), proposed, reason, viewer);
        return Outcome.CHOSEN;
    }

    /** Lets the strategy propose again. */
    @Transactional
    public Outcome giveBack(long accountId, String reason, Viewer viewer) {
        if (reason.isBlank()) {
            return Outcome.NEEDS_A_REASON;
        }
        Optional<AccountNext> found = next(accountId, viewer);
        if (found.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        Optional<Step> proposed = found.get()
                .chosen()
                .flatMap(before -> found.get().strategy().version().strategy().step(before.insteadOf()));
        if (proposed.isEmpty()) {
            return Outcome.NOTHING_CHOSEN;
        }
        write(found.get(), proposed.get(), proposed.get(), reason, viewer);
        return Outcome.GIVEN_BACK;
    }

    /** What was chosen in the last quarter for accounts that the viewer sees, the latest first. */
    @Transactional(readOnly = true)
    public List<Line> latest(Viewer viewer) {
        return sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        CHOSEN_STEP.INSTEAD_ACTION,
                        CHOSEN_STEP.ACTION,
                        CHOSEN_STEP.REASON,
                        CHOSEN_STEP.CHOSEN_ON,
                        CHOSEN_STEP.ACTOR)
                .from(CHOSEN_STEP)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(CHOSEN_STEP.ACCOUNT_ID))
                .where(CHOSEN_STEP.CHOSEN_ON.gt(clock.today().minusDays(DAYS_LISTED)))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(CHOSEN_STEP.ID.desc())
                .fetch(row -> new Line(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10()));
    }

    private Optional<AccountNext> next(long accountId, Viewer viewer) {
        Optional<Long> customer = visible.customerOf(viewer, accountId);
        customer.ifPresent(_ -> redecision.hold(Set.of(accountId)));
        return customer.flatMap(id -> nextActions.ofCustomer(viewer, id).stream()
                .filter(each -> each.accountId() == accountId)
                .findFirst());
    }

    private void write(AccountNext account, Step chosen, Step proposed, String reason, Viewer viewer) {
        long accountId = account.accountId();
        sql.insertInto(CHOSEN_STEP)
                .set(CHOSEN_STEP.ACCOUNT_ID, accountId)
                .set(CHOSEN_STEP.STEP, chosen.equals(proposed) ? "" : chosen.id())
                .set(CHOSEN_STEP.ACTION, chosen.action())
                .set(CHOSEN_STEP.INSTEAD_OF, proposed.id())
                .set(CHOSEN_STEP.INSTEAD_ACTION, proposed.action())
                .set(CHOSEN_STEP.REASON, reason)
                .set(CHOSEN_STEP.ACTOR, viewer.login())
                .set(CHOSEN_STEP.CHOSEN_ON, clock.today())
                .execute();
        String what = chosen.equals(proposed)
                ? "%s as the strategy proposes".formatted(chosen.action().label())
                : "%s in the place of %s"
                        .formatted(chosen.action().label(), proposed.action().label());
        long customer = visible.customerOf(viewer, accountId).orElseThrow();
        timeline.log(new Activity(
                CustomerId.of(customer),
                AccountId.of(accountId),
                Activity.Kind.SYSTEM,
                Activity.Direction.INTERNAL,
                clock.today(),
                viewer.login(),
                null,
                what,
                reason,
                null));
        audit.record(viewer.login(), "step.chosen", "account", accountId, Sentences.said(what, reason));
        redecision.decide(Set.of(accountId));
    }
}
