package org.quittance.collections.interest;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER_DECISION;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER_ITEM;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.PlanView;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.interest.InterestWaiver.State;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.collections.Sentences;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.interest.AccountInterest.Line;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives interest and compensation up, all or in part: within somebody's discretion at once, above it when somebody else approves
 * ({@link Discretion}). The rows are only added to.
 */
@Service
public class InterestWaivers {

    private static final int MOST = 500;

    private final DSLContext sql;
    private final InterestReader reader;
    private final AuthorityBook authorities;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    InterestWaivers(
            DSLContext sql,
            InterestReader reader,
            AuthorityBook authorities,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.reader = reader;
        this.authorities = authorities;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the accounts that the viewer sees, the latest first. */
    @Transactional(readOnly = true)
    public List<InterestWaiver> all(Viewer viewer) {
        return read(noCondition(), viewer);
    }

    /** Of one account, the latest first. */
    @Transactional(readOnly = true)
    public List<InterestWaiver> ofAccount(long account, Viewer viewer) {
        return read(INTEREST_WAIVER.ACCOUNT_ID.eq(account), viewer);
    }

    /** The one of an account about which somebody else still has to decide. */
    @Transactional(readOnly = true)
    public Optional<InterestWaiver> waiting(long account, Viewer viewer) {
        return ofAccount(account, viewer).stream()
                .filter(waiver -> waiver.state() == State.WAITING)
                .findFirst();
    }

    /** Whether somebody else still has to decide about it. */
    @Transactional(readOnly = true)
    public boolean isWaiting(long id, Viewer viewer) {
        return one(id, viewer).filter(waiver -> waiver.state() == State.WAITING).isPresent();
    }

    /** Gives up what the wish says, or asks for the approval of somebody else. */
    @Transactional
    public AgreementOutcome waive(WaiverWish wish, Viewer viewer) {
        redecision.hold(Set.of(wish.account()));
        InterestView view = reader.of(wish.account(), clock.today(), viewer).orElse(null);
        if (view == null || view.interest() == null) {
            return new AgreementOutcome.Refused("There is nothing to give up on this account.");
        }
        AccountInterest interest = view.interest();
        List<Line> chosen = interest.claimable().stream()
                .filter(line -> wish.items().contains(line.item().id().value()))
                .toList();
        if (chosen.isEmpty()) {
            return new AgreementOutcome.Refused("Choose the items of which something is given up.");
        }
        if (wish.reason().isBlank()) {
            return new AgreementOutcome.Refused("Say why it is given up.");
        }
        if (waiting(wish.account(), viewer).isPresent()) {
            return new AgreementOutcome.Refused("A waiver of this account waits for approval. Have it decided first.");
        }
        Money due = chosen.stream().map(Line::due).reduce(Money::plus).orElseThrow();
        Money amount;
        try {
            amount = wish.amount() == null ? due : Money.of(wish.amount(), due.currency());
        } catch (ArithmeticException e) {
            return new AgreementOutcome.Refused(
                    "The amount has more decimals than %s; correct it.".formatted(due.currency()));
        }
        if (!amount.isPositive() || amount.compareTo(due) > 0) {
            return new AgreementOutcome.Refused(
                    "Give an amount above zero and of at most %s, what is due of the items chosen."
                            .formatted(Sentences.money(due)));
        }
        Discretion.Need need = authorities.need(amount, viewer);
        return need == Discretion.Need.BEYOND_EVERYBODY
                ? new AgreementOutcome.Refused(AuthorityBook.BEYOND_EVERYBODY)
                : new AgreementOutcome.Done(
                        write(view, chosen, new Given(amount, wish.reason().strip(), need), viewer));
    }

    private record Given(Money amount, String reason, Discretion.Need need) {}

    private long write(InterestView view, List<Line> chosen, Given given, Viewer viewer) {
        boolean isAlone = given.need() == Discretion.Need.NOBODY_ELSE;
        Money amount = given.amount();
        String reason = given.reason();
        long id = sql.insertInto(INTEREST_WAIVER)
                .set(INTEREST_WAIVER.ACCOUNT_ID, view.account().accountId())
                .set(INTEREST_WAIVER.CURRENCY, amount.currency().getCurrencyCode())
                .set(INTEREST_WAIVER.REASON, reason)
                .set(INTEREST_WAIVER.IS_ALONE, isAlone)
                .set(INTEREST_WAIVER.ASKED_ON, clock.today())
                .set(INTEREST_WAIVER.ASKED_BY, viewer.login())
                .returningResult(INTEREST_WAIVER.ID)
                .fetchSingle()
                .value1();
        Map<ItemId, String> documents = chosen.stream()
                .collect(Collectors.toMap(
                        line -> line.item().id(), line -> line.item().document()));
        var rows = sql.insertInto(
                INTEREST_WAIVER_ITEM,
                INTEREST_WAIVER_ITEM.WAIVER_ID,
                INTEREST_WAIVER_ITEM.ITEM_ID,
                INTEREST_WAIVER_ITEM.DOCUMENT,
                INTEREST_WAIVER_ITEM.INTEREST_MINOR,
                INTEREST_WAIVER_ITEM.COMPENSATION_MINOR);
        for (AccountInterest.Part part : AccountInterest.spread(chosen, amount)) {
            rows = rows.values(
                    id,
                    part.item().value(),
                    documents.getOrDefault(part.item(), ""),
                    part.interest().minor(),
                    part.compensation().minor());
        }
        rows.execute();
        String what = isAlone ? "Interest given up" : "Interest to be given up, waits for approval";
        note(view.account().customerId(), view.account().accountId(), what, amount, reason, viewer);
        audit.record(
                viewer.login(),
                isAlone ? "interest.waived" : "interest.waiver-asked",
                "interest-waiver",
                id,
                Sentences.money(amount) + ": " + reason);
        redecision.decide(Set.of(view.account().accountId()));
        return id;
    }

    /** Answers a waiver that waits. */
    @Transactional
    public AgreementOutcome decide(long id, RequestDecision decision, String words, Viewer viewer) {
        InterestWaiver before = one(id, viewer).orElse(null);
        if (before == null) {
            return new AgreementOutcome.Refused("There is no waiver %d in your portfolios.".formatted(id));
        }
        redecision.hold(Set.of(before.debtor().accountId()));
        InterestWaiver waiver = one(id, viewer).orElseThrow();
        if (waiver.state() != State.WAITING) {
            return new AgreementOutcome.Refused("The waiver is decided already.");
        }
        if (decision == RequestDecision.REFUSED && words.isBlank()) {
            return new AgreementOutcome.Refused("Say why it is refused.");
        }
        Optional<Authority.Withheld> withheld = authorities.withheld(waiver.givenUp(), decision, viewer);
        if (withheld.isPresent()) {
            return new AgreementOutcome.Refused(withheld.get().sentence());
        }
        sql.insertInto(INTEREST_WAIVER_DECISION)
                .set(INTEREST_WAIVER_DECISION.WAIVER_ID, id)
                .set(INTEREST_WAIVER_DECISION.ASKED_BY, waiver.askedBy())
                .set(INTEREST_WAIVER_DECISION.DECISION, decision.name())
                .set(INTEREST_WAIVER_DECISION.WORDS, words.strip())
                .set(INTEREST_WAIVER_DECISION.DECIDED_ON, clock.today())
                .set(INTEREST_WAIVER_DECISION.DECIDED_BY, viewer.login())
                .execute();
        String what = decision == RequestDecision.APPROVED
                ? "Interest given up, approved"
                : "Interest not given up: the waiver is refused";
        note(waiver.debtor().customerId(), waiver.debtor().accountId(), what, waiver.total(), words.strip(), viewer);
        audit.record(
                viewer.login(),
                "interest.waiver-decided",
                "interest-waiver",
                id,
                Sentences.said(decision.toString(), words.strip()));
        redecision.decide(Set.of(waiver.debtor().accountId()));
        return new AgreementOutcome.Done(id);
    }

    private Optional<InterestWaiver> one(long id, Viewer viewer) {
        return read(INTEREST_WAIVER.ID.eq(id), viewer).stream().findFirst();
    }

    private List<InterestWaiver> read(Condition which, Viewer viewer) {
        var rows = sql.select(INTEREST_WAIVER.fields())
                .select(
                        INTEREST_WAIVER_DECISION.DECISION,
                        INTEREST_WAIVER_DECISION.DECIDED_BY,
                        INTEREST_WAIVER_DECISION.DECIDED_ON,
                        INTEREST_WAIVER_DECISION.WORDS)
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ENTITY_CODE)
                .from(INTEREST_WAIVER)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(INTEREST_WAIVER.ACCOUNT_ID))
                .leftJoin(INTEREST_WAIVER_DECISION)
                .on(INTEREST_WAIVER_DECISION.WAIVER_ID.eq(INTEREST_WAIVER.ID))
                .where(which)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(INTEREST_WAIVER.ID.desc())
                .limit(MOST)
                .fetch();
        Map<Long, String> currencies = rows.intoMap(INTEREST_WAIVER.ID, INTEREST_WAIVER.CURRENCY);
        Map<Long, List<InterestWaiver.Part>> parts = sql.selectFrom(INTEREST_WAIVER_ITEM)
                .where(INTEREST_WAIVER_ITEM.WAIVER_ID.eq(
                        any(val(rows.getValues(INTEREST_WAIVER.ID).toArray(Long[]::new)))))
                .orderBy(INTEREST_WAIVER_ITEM.WAIVER_ID, INTEREST_WAIVER_ITEM.ITEM_ID)
                .fetchGroups(INTEREST_WAIVER_ITEM.WAIVER_ID, row -> {
                    String currency = currencies.getOrDefault(row.get(INTEREST_WAIVER_ITEM.WAIVER_ID), "");
                    return new InterestWaiver.Part(
                            row.get(INTEREST_WAIVER_ITEM.ITEM_ID),
                            row.get(INTEREST_WAIVER_ITEM.DOCUMENT),
                            Money.ofMinor(row.get(INTEREST_WAIVER_ITEM.INTEREST_MINOR), currency),
                            Money.ofMinor(row.get(INTEREST_WAIVER_ITEM.COMPENSATION_MINOR), currency));
                });
        return rows.map(row -> waiver(row, parts.getOrDefault(row.get(INTEREST_WAIVER.ID), List.of())));
    }

    private static InterestWaiver waiver(Record row, List<InterestWaiver.Part> parts) {
        String decision = row.get(INTEREST_WAIVER_DECISION.DECISION);
        String words = row.get(INTEREST_WAIVER_DECISION.WORDS);
        State undecided = row.get(INTEREST_WAIVER.IS_ALONE) ? State.ALONE : State.WAITING;
        return new InterestWaiver(
                row.get(INTEREST_WAIVER.ID),
                new PlanView.Debtor(
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(INTEREST_WAIVER.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE)),
                row.get(INTEREST_WAIVER.REASON),
                row.get(INTEREST_WAIVER.ASKED_BY),
                row.get(INTEREST_WAIVER.ASKED_ON),
                decision == null ? undecided : State.valueOf(decision),
                row.get(INTEREST_WAIVER_DECISION.DECIDED_BY),
                row.get(INTEREST_WAIVER_DECISION.DECIDED_ON),
                words == null ? "" : words,
                parts);
    }

    private void note(long customer, long account, String what, Money amount, String words, Viewer viewer) {
        timeline.log(new Activity(
                CustomerId.of(customer),
                AccountId.of(account),
                Activity.Kind.NOTE,
                Activity.Direction.INTERNAL,
                clock.today(),
                viewer.login(),
                null,
                what,
                Sentences.money(amount) + (words.isEmpty() ? "" : ": " + words),
                null));
    }
}
