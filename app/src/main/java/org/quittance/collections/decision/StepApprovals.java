package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.collections.Tables.STEP_VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.decision.AccountsByCustomer.Account;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.Reason;
import org.quittance.core.collections.Sentences;
import org.quittance.core.collections.StepVerdict;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for an approval before its message may leave, and what was said to it.
 *
 * <p>Nothing is kept of a proposal but the decision itself: what is due and needs approval is found in the published run, and is decided again when
 * somebody approves or declines it. An approval is for the items that were seen. The message then goes as any other does: by the night or by
 * hand, and the contact gate is asked when it leaves.
 */
@Service
public class StepApprovals {

    /** So many are shown, and may be approved at once. */
    public static final int MOST = 100;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final Runs runs;
    private final AccountsByCustomer byCustomer;
    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    StepApprovals(
            DSLContext sql,
            VisibleAccounts visible,
            Runs runs,
            AccountsByCustomer byCustomer,
            AccountDecisions decisions,
            RuleBook ruleBook,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.runs = runs;
        this.byCustomer = byCustomer;
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why nothing came of what somebody said. */
    public enum Refusal {
        NOTHING_MARKED("Mark at least one of those that wait."),
        NEEDS_A_REASON("Say why it is declined: the collector reads it on the account."),
        NOT_AWAITED("It no longer waits: it was paid, decided or changed meanwhile. Look at what waits now."),
        OWN_PROPOSAL("You have chosen this step yourself. Somebody else has to approve it."),
        NEEDS_A_LEAD("A team lead or the credit manager approves this step."),
        NEEDS_THE_MANAGER("The credit manager approves this step.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * A proposal as somebody saw it.
     *
     * @param items that it was about then; others that have come since wait on
     */
    public record Seen(long accountId, String step, Set<Long> items) {

        public Seen {
            items = Set.copyOf(items);
        }
    }

    /**
     * What became of all that somebody said.
     *
     * @param done on how many accounts it is kept
     * @param refused for each of the others why not, by the name of the customer
     */
    public record Outcome(int done, List<Refused> refused) {

        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** A proposal of which nothing came. */
    public record Refused(String customer, Refusal why) {}

    /**
     * A proposal that waits.
     *
     * @param oldestDays how many days its oldest item is past due
     * @param reasons what else is to be said of the account
     * @param objections why the viewer may not approve it; empty where they may
     */
    public record Line(
            long accountId,
            long customerId,
            String customerName,
            String entityCode,
            String collectorName,
            Reason.ApprovalAwaited awaited,
            long oldestDays,
            List<Reason> reasons,
            List<Refusal> objections) {

        public Line {
            reasons = List.copyOf(reasons);
            objections = List.copyOf(objections);
        }
    }

    /** How many accounts of the viewer have a message that waits. */
    @Transactional(readOnly = true)
    public long count(Viewer viewer) {
        return sql.fetchCount(DSL.select(DECISION.ACCOUNT_ID)
                .from(DECISION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DECISION.ACCOUNT_ID))
                .where(waiting(viewer)));
    }

    /** What waits on accounts of the viewer as it stands at this moment: the most urgent customers first, what waits for one of them together. */
    @Transactional
    public List<Line> waiting(Viewer viewer, int most) {
        Map<Long, Account> accounts = byCustomer.where(waiting(viewer), most);
        List<Long> inOrder = List.copyOf(accounts.keySet());
        List<Line> lines = new ArrayList<>();
        for (Rules.Decided decided : decide(accounts.keySet())) {
            Account account =
                    Objects.requireNonNull(accounts.get(decided.account().key().accountId()));
            decided.next().awaited().forEach(awaited -> lines.add(line(decided, awaited, account, viewer)));
        }
        lines.sort(Comparator.comparingInt((Line line) -> inOrder.indexOf(line.accountId()))
                .thenComparing(line -> line.awaited().step().level(), Comparator.reverseOrder()));
        return lines;
    }

    private static Line line(Rules.Decided decided, Reason.ApprovalAwaited awaited, Account account, Viewer viewer) {
        Set<ItemId> items = awaited.items().stream().map(Concern::item).collect(Collectors.toSet());
        return new Line(
                account.accountId(),
                account.customerId(),
                account.customerName(),
                account.entityCode(),
                account.collectorName(),
                awaited,
                decided.standing().items().stream()
                        .filter(item -> items.contains(item.item().id()))
                        .mapToLong(item -> item.daysPastDue())
                        .max()
                        .orElse(0),
                decided.next().reasons().stream()
                        .filter(reason -> !reason.equals(awaited))
                        .toList(),
                objections(awaited, StepVerdict.Kind.APPROVED, viewer));
    }

    /** Approves or declines several, each as it was seen; those to which something stands in the way are named and the others kept. */
    @Transactional
    public Outcome say(List<Seen> seen, StepVerdict.Kind verdict, String reason, Viewer viewer) {
        if (seen.isEmpty()) {
            return new Outcome(0, List.of(new Refused("", Refusal.NOTHING_MARKED)));
        }
        if (verdict == StepVerdict.Kind.DECLINED && reason.isBlank()) {
            return new Outcome(0, List.of(new Refused("", Refusal.NEEDS_A_REASON)));
        }
        Set<Long> accounts = new HashSet<>();
        for (Seen each : seen) {
            if (visible.customerOf(viewer, each.accountId()).isPresent()) {
                accounts.add(each.accountId());
            }
        }
        redecision.hold(accounts);
        Map<Long, Rules.Decided> decided = decide(accounts).stream()
                .collect(Collectors.toMap(each -> each.account().key().accountId(), each -> each));
        List<Refused> refused = new ArrayList<>();
        Set<Long> done = new HashSet<>();
        for (Seen each : seen) {
            List<Refusal> objections = accounts.contains(each.accountId())
                    ? say(each, decided.get(each.accountId()), new Said(verdict, reason.strip(), viewer))
                    : List.of(Refusal.NOT_AWAITED);
            if (objections.isEmpty()) {
                done.add(each.accountId());
            } else {
                refused.add(new Refused(nameOf(each, accounts), objections.getFirst()));
            }
        }
        redecision.decide(done);
        return new Outcome(done.size(), refused);
    }

    private record Said(StepVerdict.Kind verdict, String reason, Viewer viewer) {}

    private List<Refusal> say(Seen seen, Rules.@Nullable Decided decided, Said said) {
        List<Reason.ApprovalAwaited> found = decided == null
                ? List.of()
                : decided.next().awaited().stream()
                        .filter(awaited -> awaited.step().id().equals(seen.step()))
                        .toList();
        if (decided == null || found.isEmpty()) {
            return List.of(Refusal.NOT_AWAITED);
        }
        Reason.ApprovalAwaited awaited = found.getFirst();
        Long[] items = awaited.items().stream()
                .map(concern -> concern.item().value())
                .filter(seen.items()::contains)
                .toArray(Long[]::new);
        if (items.length == 0) {
            return List.of(Refusal.NOT_AWAITED);
        }
        List<Refusal> objections = objections(awaited, said.verdict(), said.viewer());
        if (objections.isEmpty()) {
            write(decided, awaited, items, said);
        }
        return objections;
    }

    private static List<Refusal> objections(Reason.ApprovalAwaited awaited, StepVerdict.Kind verdict, Viewer viewer) {
        boolean isManager = viewer.is(Role.MANAGER);
        boolean isLead = isManager || viewer.is(Role.TEAM_LEAD);
        List<Refusal> objections = new ArrayList<>(0);
        if (!isLead) {
            objections.add(Refusal.NEEDS_A_LEAD);
        } else if (awaited.step().approval() == Approval.MANAGER && !isManager) {
            objections.add(Refusal.NEEDS_THE_MANAGER);
        } else if (verdict == StepVerdict.Kind.APPROVED && awaited.proposedBy().equals(viewer.login())) {
            objections.add(Refusal.OWN_PROPOSAL);
        }
        return objections;
    }

    private void write(Rules.Decided decided, Reason.ApprovalAwaited awaited, Long[] items, Said said) {
        long accountId = decided.account().key().accountId();
        LocalDate today = clock.today();
        String actor = said.viewer().login();
        sql.insertInto(STEP_VERDICT)
                .set(STEP_VERDICT.ACCOUNT_ID, accountId)
                .set(STEP_VERDICT.STEP, awaited.step().id())
                .set(STEP_VERDICT.ACTION, awaited.step().action())
                .set(STEP_VERDICT.ITEMS, items)
                .set(STEP_VERDICT.VERDICT, said.verdict())
                .set(STEP_VERDICT.PROPOSED_BY, awaited.proposedBy())
                .set(STEP_VERDICT.REASON, said.reason())
                .set(STEP_VERDICT.ACTOR, actor)
                .set(STEP_VERDICT.SAID_ON, today)
                .execute();
        String what = "%s %s"
                .formatted(
                        awaited.step().action().label(),
                        switch (said.verdict()) {
                            case APPROVED -> "approved";
                            case DECLINED -> "declined";
                        });
        timeline.log(new Activity(
                CustomerId.of(decided.account().customerId()),
                AccountId.of(accountId),
                Activity.Kind.SYSTEM,
                Activity.Direction.INTERNAL,
                today,
                actor,
                null,
                what,
                said.reason(),
                null));
        audit.record(actor, "step.verdict", "account", accountId, Sentences.said(what, said.reason()));
    }

    private List<Rules.Decided> decide(Set<Long> accounts) {
        LocalDate today = clock.today();
        return decisions.decide(accounts, today, ruleBook.rules(today));
    }

    private Condition waiting(Viewer viewer) {
        return runs.published()
                .map(run -> DECISION.RUN_ID
                        .eq(run)
                        .and(DECISION.AWAITS.isNotNull())
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)))
                .orElseGet(DSL::falseCondition);
    }

    private String nameOf(Seen seen, Set<Long> accounts) {
        return accounts.contains(seen.accountId())
                ? sql.select(ACCOUNT_VIEW.CUSTOMER_NAME)
                        .from(ACCOUNT_VIEW)
                        .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(seen.accountId()))
                        .fetchSingle()
                        .value1()
                : "An account outside your portfolios";
    }
}
