package org.quittance.collections.reminder;

import static org.quittance.db.collections.Tables.PORTAL_NOTICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.decision.HandSteps;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.reminder.PortalNotice.Portal;
import org.quittance.collections.reminder.PortalNoticed.Part;
import org.quittance.collections.strategy.StepBook.Deed;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.collections.Action;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what was put into customers' portals: on the timeline, and as the step that a strategy asked for. It counts as a written contact.
 * The last portal of a customer is remembered, so that nobody looks for its address twice.
 */
@Service
public class PortalNotices {

    private static final int FARTHEST_BACK_DAYS = 31;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final HandSteps steps;
    private final Redecision redecision;
    private final Timeline timeline;
    private final BusinessClock clock;

    PortalNotices(
            DSLContext sql,
            VisibleAccounts visible,
            HandSteps steps,
            Redecision redecision,
            Timeline timeline,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.steps = steps;
        this.redecision = redecision;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Where the latest notice to the customer was put; empty where there was none. */
    @Transactional(readOnly = true)
    public Optional<Portal> lastPortal(long customerId) {
        return sql.select(PORTAL_NOTICE.PORTAL, PORTAL_NOTICE.PORTAL_ADDRESS)
                .from(PORTAL_NOTICE)
                .where(PORTAL_NOTICE.CUSTOMER_ID.eq(customerId))
                .orderBy(PORTAL_NOTICE.ACTIVITY_ID.desc())
                .limit(1)
                .fetchOptional(row -> new Portal(row.value1(), row.value2()));
    }

    /** Writes a notice down: all of it, or nothing. */
    @Transactional
    public PortalNoticed note(PortalNotice notice, Viewer viewer) {
        Set<Long> own = visible.ofCustomer(viewer, notice.customerId());
        Set<Long> accounts = notice.accounts().isEmpty() ? own : notice.accounts();
        if (own.isEmpty() || !own.containsAll(accounts)) {
            return new PortalNoticed.Refused(Part.ACCOUNTS, Overrides.Outcome.NOT_FOUND.sentence());
        }
        LocalDate today = clock.today();
        Optional<PortalNoticed.Refused> flaw = flaw(notice, today);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        redecision.hold(accounts);
        List<ItemStep> due = steps.due(accounts, today, action -> action == Action.PORTAL_NOTICE);
        steps.taken(due, accounts, Action.PORTAL_NOTICE, new Deed(notice.on(), null, viewer.login()));
        long activity = timeline.log(activity(notice, accounts, viewer.login()));
        write(activity, notice, viewer.login());
        redecision.decide(accounts);
        return new PortalNoticed.Noted(activity);
    }

    private static Optional<PortalNoticed.Refused> flaw(PortalNotice notice, LocalDate today) {
        if (notice.portal().name().isBlank()) {
            return refused(Part.PORTAL, "Say which portal it was put into, such as Ariba or Coupa.");
        }
        if (!notice.portal().hasUsableAddress()) {
            return refused(
                    Part.ADDRESS,
                    "\"%s\" is no address of a page. Write it like https://supplier.example.com, or leave it empty."
                            .formatted(notice.portal().address()));
        }
        if (notice.on().isAfter(today)) {
            return refused(Part.DAY, "Nothing was put there on that day yet. Give today or a day before.");
        }
        return notice.on().isBefore(today.minusDays(FARTHEST_BACK_DAYS))
                ? refused(Part.DAY, "That is more than a month ago. Give a later day, or write a note.")
                : Optional.empty();
    }

    private static Optional<PortalNoticed.Refused> refused(Part part, String sentence) {
        return Optional.of(new PortalNoticed.Refused(part, sentence));
    }

    private void write(long activity, PortalNotice notice, String actor) {
        sql.insertInto(PORTAL_NOTICE)
                .set(PORTAL_NOTICE.ACTIVITY_ID, activity)
                .set(PORTAL_NOTICE.CUSTOMER_ID, notice.customerId())
                .set(PORTAL_NOTICE.PORTAL, notice.portal().name())
                .set(PORTAL_NOTICE.PORTAL_ADDRESS, notice.portal().address())
                .set(PORTAL_NOTICE.REFERENCE, notice.reference())
                .set(PORTAL_NOTICE.NOTICED_ON, notice.on())
                .set(PORTAL_NOTICE.ACTOR, actor)
                .execute();
    }

    private static Activity activity(PortalNotice notice, Set<Long> accounts, String actor) {
        return new Activity(
                CustomerId.of(notice.customerId()),
                accounts.stream().map(AccountId::of).collect(Collectors.toSet()),
                Activity.Kind.PORTAL_NOTICE,
                Activity.Direction.OUT,
                notice.on(),
                actor,
                null,
                "Put into " + notice.portal().name(),
                words(notice),
                null);
    }

    private static String words(PortalNotice notice) {
        String reference = notice.reference().isEmpty() ? "" : "Reference " + notice.reference() + ".";
        return Stream.of(reference, notice.note())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
