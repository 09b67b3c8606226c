package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.collections.Tables.FORGONE_VIEW;
import static org.quittance.db.collections.Tables.PROMISE_WITHDRAWAL;
import static org.quittance.db.collections.Tables.SETTLEMENT;
import static org.quittance.db.collections.Tables.SETTLEMENT_DECISION;
import static org.quittance.db.collections.Tables.SETTLEMENT_END;
import static org.quittance.db.collections.Tables.SETTLEMENT_ITEM;
import static org.quittance.db.collections.Tables.SETTLEMENT_PROMISE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.Requests;
import org.quittance.collections.agreement.AgreementItems.Chosen;
import org.quittance.collections.agreement.AgreementItems.OpenPart;
import org.quittance.collections.agreement.SettlementView.State;
import org.quittance.collections.decision.InForceList;
import org.quittance.collections.decision.Redecision;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.agreement.Settlement;
import org.quittance.core.cash.Deed;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers to take less than is owed, if it is paid by a day: within somebody's discretion at once, above it when somebody else approves.
 *
 * <p>While an offer stands, what is to be paid is held against the money as a promise is, and what would be given up is not asked for; but it is
 * our word and not the customer's. It is looked at when money is applied to its items, and each night. Kept, the rest is asked to be written off, which somebody else decides about at
 * the cash desk; broken, or lapsed because nobody ever sent it, the whole claim stands again.
 */
@Service
public class Settlements {

    private static final Condition HAS_NOT_ENDED =
            SETTLEMENT.ID.notIn(select(SETTLEMENT_END.SETTLEMENT_ID).from(SETTLEMENT_END));

    private final DSLContext sql;
    private final AgreementItems items;
    private final SettlementStore store;
    private final Promises promises;
    private final Requests requests;
    private final InForceList inForce;
    private final AuthorityBook authorities;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Settlements(
            DSLContext sql,
            AgreementItems items,
            SettlementStore store,
            Promises promises,
            Requests requests,
            InForceList inForce,
            AuthorityBook authorities,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.items = items;
        this.store = store;
        this.promises = promises;
        this.requests = requests;
        this.inForce = inForce;
        this.authorities = authorities;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the accounts that the viewer sees, the latest first. */
    @Transactional
    public List<SettlementView> all(Viewer viewer) {
        return store.settlements(viewer, noCondition(), clock.today());
    }

    /** Of one account, the latest first. */
    @Transactional
    public List<SettlementView> ofAccount(long account, Viewer viewer) {
        return store.settlements(viewer, SETTLEMENT.ACCOUNT_ID.eq(account), clock.today());
    }

    @Transactional
    public Optional<SettlementView> one(long id, Viewer viewer) {
        return store.settlements(viewer, SETTLEMENT.ID.eq(id), clock.today()).stream()
                .findFirst();
    }

    /** Offers it, or asks for the approval of somebody else. */
    @Transactional
    public AgreementOutcome offer(SettlementWish wish, Viewer viewer) {
        return switch (items.choose(wish.items(), viewer)) {
            case Chosen.Unfit(String sentence) -> new AgreementOutcome.Refused(sentence);
            case Chosen.Open open -> offer(wish, open, viewer);
        };
    }

    private AgreementOutcome offer(SettlementWish wish, Chosen.Open open, Viewer viewer) {
        Set<Long> account = Set.of(open.account().value());
        redecision.hold(account);
        Optional<InForce> other = inForce.handOver(account, clock.today());
        if (other.isPresent()) {
            return new AgreementOutcome.Refused(
                    other.get().sentence() + ": they settle. Nobody of us offers anything.");
        }
        Settlement terms;
        try {
            terms = new Settlement(open.total(), Money.of(wish.offer(), open.currency()), clock.today(), wish.payBy());
        } catch (ArithmeticException e) {
            return new AgreementOutcome.Refused(
                    "The amount has more decimals than %s; correct it.".formatted(open.currency()));
        }
        Optional<Settlement.Refusal> refusal = terms.refusal();
        if (refusal.isPresent()) {
            return new AgreementOutcome.Refused(refusal.get().sentence());
        }
        Discretion.Need need = authorities.need(terms.discount(), viewer);
        if (need == Discretion.Need.BEYOND_EVERYBODY) {
            return new AgreementOutcome.Refused(AuthorityBook.BEYOND_EVERYBODY);
        }
        boolean isAlone = need == Discretion.Need.NOBODY_ELSE;
        long id = write(wish, open, terms, isAlone, viewer);
        SettlementView settlement = one(id, viewer).orElseThrow();
        note(settlement, isAlone ? "Settlement offered" : "Settlement proposed", words(terms), viewer.login());
        audit.record(viewer.login(), "settlement.offered", "settlement", id, words(terms));
        if (isAlone) {
            stand(settlement, viewer);
        }
        redecision.decide(account);
        return new AgreementOutcome.Done(id);
    }

    private long write(SettlementWish wish, Chosen.Open open, Settlement terms, boolean isAlone, Viewer viewer) {
        long id = sql.insertInto(SETTLEMENT)
                .set(SETTLEMENT.ACCOUNT_ID, open.account().value())
                .set(SETTLEMENT.CURRENCY, open.currency().getCurrencyCode())
                .set(SETTLEMENT.OWED_MINOR, terms.owed().minor())
                .set(SETTLEMENT.OFFER_MINOR, terms.offer().minor())
                .set(SETTLEMENT.PAY_BY, terms.payBy())
                .set(SETTLEMENT.NOTE, wish.note().strip())
                .set(SETTLEMENT.IS_ALONE, isAlone)
                .set(SETTLEMENT.OFFERED_ON, terms.offeredOn())
                .set(SETTLEMENT.OFFERED_BY, viewer.login())
                .returningResult(SETTLEMENT.ID)
                .fetchSingle()
                .value1();
        var rows = sql.insertInto(
                SETTLEMENT_ITEM,
                SETTLEMENT_ITEM.SETTLEMENT_ID,
                SETTLEMENT_ITEM.ITEM_ID,
                SETTLEMENT_ITEM.DOCUMENT,
                SETTLEMENT_ITEM.OPEN_MINOR);
        for (OpenPart item : open.items()) {
            rows = rows.values(
                    id, item.item().value(), item.document(), item.amount().minor());
        }
        rows.execute();
        return id;
    }

    /** From now on what is to be paid is left alone until its day, and the discount is not asked for. */
    private void stand(SettlementView settlement, Viewer viewer) {
        PromiseId promise = promises.offer(
                new PromiseDraft(
                        AccountId.of(settlement.debtor().accountId()),
                        settlement.terms().offer(),
                        settlement.payBy(),
                        settlement.documents().stream()
                                .map(document -> ItemId.of(document.itemId()))
                                .toList(),
                        null,
                        "Settlement " + settlement.number(),
                        PromiseDraft.Repeat.MEANT),
                viewer);
        sql.insertInto(SETTLEMENT_PROMISE)
                .set(SETTLEMENT_PROMISE.SETTLEMENT_ID, settlement.id())
                .set(SETTLEMENT_PROMISE.PROMISE_ID, promise.value())
                .execute();
    }

    /** Approves or refuses an offer that somebody else has proposed. */
    @Transactional
    public AgreementOutcome decide(long id, RequestDecision decision, String words, Viewer viewer) {
        SettlementView settlement = held(id, viewer).orElse(null);
        if (settlement == null || settlement.state() != State.PROPOSED) {
            return new AgreementOutcome.Refused("There is no settlement S%d that waits for approval.".formatted(id));
        }
        if (decision == RequestDecision.REFUSED && words.isBlank()) {
            return new AgreementOutcome.Refused("Say why it is refused.");
        }
        Optional<Authority.Withheld> withheld = authorities.withheld(settlement.givenUp(), decision, viewer);
        if (withheld.isPresent()) {
            return new AgreementOutcome.Refused(withheld.get().sentence());
        }
        if (decision == RequestDecision.APPROVED) {
            Optional<String> stale = stale(settlement, viewer);
            if (stale.isPresent()) {
                return new AgreementOutcome.Refused(stale.get());
            }
        }
        sql.insertInto(SETTLEMENT_DECISION)
                .set(SETTLEMENT_DECISION.SETTLEMENT_ID, id)
                .set(SETTLEMENT_DECISION.OFFERED_BY, settlement.offeredBy())
                .set(SETTLEMENT_DECISION.DECISION, decision.name())
                .set(SETTLEMENT_DECISION.WORDS, words.strip())
                .set(SETTLEMENT_DECISION.DECIDED_ON, clock.today())
                .set(SETTLEMENT_DECISION.DECIDED_BY, viewer.login())
                .execute();
        switch (decision) {
            case APPROVED -> {
                stand(settlement, viewer);
                note(settlement, "Settlement approved", words(settlement.terms()), viewer.login());
            }
            case REFUSED -> note(settlement, "Settlement refused", words.strip(), viewer.login());
        }
        audit.record(
                viewer.login(),
                "settlement.decided",
                "settlement",
                id,
                Sentences.said(decision.toString(), words.strip()));
        redecision.decide(Set.of(settlement.debtor().accountId()));
        return new AgreementOutcome.Done(id);
    }

    private Optional<String> stale(SettlementView settlement, Viewer viewer) {
        List<ItemId> ids = settlement.documents().stream()
                .map(document -> ItemId.of(document.itemId()))
                .toList();
        boolean isAsOffered = items.choose(ids, viewer) instanceof Chosen.Open open
                && open.total().equals(settlement.terms().owed());
        if (!isAsOffered) {
            return Optional.of(
                    "What is open of the items has changed since it was proposed. Refuse it and offer it anew.");
        }
        return settlement.payBy().isBefore(clock.today())
                ? Optional.of("Its day is past. Refuse it and offer it anew.")
                : Optional.empty();
    }

    /** Takes an offer back on which nothing has come; the whole claim stands again. */
    @Transactional
    public AgreementOutcome withdraw(long id, String reason, Viewer viewer) {
        SettlementView settlement = held(id, viewer).orElse(null);
        if (settlement == null || settlement.state().isOver()) {
            return new AgreementOutcome.Refused("There is no settlement S%d that could be withdrawn.".formatted(id));
        }
        if (reason.isBlank()) {
            return new AgreementOutcome.Refused("Say why it is withdrawn.");
        }
        if (settlement.isBegun()) {
            return new AgreementOutcome.Refused(
                    "%s has come on it. An offer on which the customer pays binds us until its day; what came in time is counted then."
                            .formatted(Sentences.money(settlement.came())));
        }
        end(settlement, State.WITHDRAWN, reason.strip(), viewer.login());
        PromiseCheck check = settlement.check();
        if (check != null) {
            sql.insertInto(
                            PROMISE_WITHDRAWAL,
                            PROMISE_WITHDRAWAL.PROMISE_ID,
                            PROMISE_WITHDRAWAL.REASON,
                            PROMISE_WITHDRAWAL.ACTOR)
                    .values(
                            check.promise().id().value(),
                            "Settlement " + settlement.number() + " withdrawn",
                            viewer.login())
                    .onConflictDoNothing()
                    .execute();
        }
        redecision.decide(Set.of(settlement.debtor().accountId()));
        return new AgreementOutcome.Done(id);
    }

    /** Holds every offer that stands against the money that came. Returns how many were kept or broken. */
    @Transactional
    public int review(LocalDate asOf, String actor) {
        return end(running(noCondition()), new Ending.WhateverHasCome(asOf), actor);
    }

    /**
     * Notes as kept at once what the money on these accounts has paid. Only money that is applied to the offer's items counts: what lies on account
     * may be somebody's mistake or another invoice's, and the night leaves whoever applies cash the day to say so.
     */
    @Transactional
    int keepPaid(Set<Long> accounts, String actor) {
        Condition theirs = SETTLEMENT.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new)));
        return end(running(theirs), new Ending.OnlyApplied(clock.today()), actor);
    }

    /** What of the offers that stand is ended. */
    private sealed interface Ending {

        LocalDate asOf();

        record WhateverHasCome(LocalDate asOf) implements Ending {}

        record OnlyApplied(LocalDate asOf) implements Ending {}
    }

    /** Of these, the accounts with an offer that has not ended. */
    @Transactional(readOnly = true)
    Set<Long> accountsOfRunning(Set<Long> accounts) {
        return running(SETTLEMENT.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))));
    }

    /** The accounts of offers that have not ended, among those. */
    private Set<Long> running(Condition which) {
        return sql.selectDistinct(SETTLEMENT.ACCOUNT_ID)
                .from(SETTLEMENT)
                .where(which)
                .and(HAS_NOT_ENDED)
                .fetchSet(SETTLEMENT.ACCOUNT_ID);
    }

    private int end(Set<Long> accounts, Ending ending, String actor) {
        if (accounts.isEmpty()) {
            return 0;
        }
        redecision.hold(accounts);
        Condition theirs = SETTLEMENT.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new)));
        Set<Long> ended = new HashSet<>();
        int count = 0;
        for (SettlementView settlement :
                store.settlements(Viewer.system(actor), theirs.and(HAS_NOT_ENDED), ending.asOf())) {
            boolean isOver = switch (ending) {
                case Ending.WhateverHasCome _ -> endAsItStands(settlement, actor);
                case Ending.OnlyApplied _ -> keepIfApplied(settlement, actor);
            };
            if (isOver) {
                ended.add(settlement.debtor().accountId());
                count++;
            }
        }
        redecision.decide(ended);
        return count;
    }

    private boolean endAsItStands(SettlementView settlement, String actor) {
        PromiseCheck check = settlement.check();
        if (settlement.state() != State.STANDS || check == null) {
            return false;
        }
        return switch (Settlement.outcome(check)) {
            case Settlement.Outcome.Stands _ -> false;
            case Settlement.Outcome.Kept _ -> {
                keep(settlement, actor);
                yield true;
            }
            case Settlement.Outcome.Broken(String reason) -> {
                end(settlement, State.BROKEN, reason, actor);
                yield true;
            }
            case Settlement.Outcome.Lapsed(String reason) -> {
                end(settlement, State.LAPSED, reason, actor);
                yield true;
            }
        };
    }

    private boolean keepIfApplied(SettlementView settlement, String actor) {
        boolean isKept = settlement.isPaid()
                && items.stillOpen(settlement.documents())
                        <= settlement.terms().discount().minor();
        if (isKept) {
            keep(settlement, actor);
        }
        return isKept;
    }

    /** The rest is asked for in the name of whoever made the offer, so that somebody else decides about it. */
    private void keep(SettlementView settlement, String actor) {
        var rest = sql.select(FORGONE_VIEW.ITEM_ID, FORGONE_VIEW.FORGONE_MINOR)
                .from(FORGONE_VIEW)
                .where(FORGONE_VIEW.SETTLEMENT_ID.eq(settlement.id()))
                .orderBy(FORGONE_VIEW.ITEM_ID)
                .fetch();
        end(settlement, State.KEPT, "", actor);
        Viewer offerer = new Viewer(0, settlement.offeredBy(), settlement.offeredBy(), Set.of(Role.AUDITOR), Set.of());
        String why = "Settlement %s was kept: %s was paid for %s"
                .formatted(
                        settlement.number(),
                        Sentences.money(settlement.terms().offer()),
                        Sentences.money(settlement.terms().owed()));
        rest.forEach(row -> {
            Money amount = Money.ofMinor(row.value2(), settlement.terms().owed().currency());
            DeskOutcome outcome = requests.ask(
                    new Requests.Draft(Deed.WRITE_OFF, ItemId.of(row.value1()), amount, null, why), offerer);
            if (outcome instanceof DeskOutcome.Refused refused) {
                note(settlement, "Write-off of %s not asked for".formatted(amount), refused.sentence(), actor);
            }
        });
    }

    private void end(SettlementView settlement, State outcome, String reason, String actor) {
        sql.insertInto(SETTLEMENT_END)
                .set(SETTLEMENT_END.SETTLEMENT_ID, settlement.id())
                .set(SETTLEMENT_END.OUTCOME, outcome.name())
                .set(SETTLEMENT_END.REASON, reason)
                .set(SETTLEMENT_END.ENDED_ON, clock.today())
                .set(SETTLEMENT_END.ACTOR, actor)
                .execute();
        note(settlement, "Settlement " + outcome.label().toLowerCase(Locale.ROOT), reason, actor);
        audit.record(actor, "settlement.ended", "settlement", settlement.id(), outcome + " " + reason);
    }

    /** As it is once nobody else decides about the account. */
    private Optional<SettlementView> held(long id, Viewer viewer) {
        return one(id, viewer).flatMap(before -> {
            redecision.hold(Set.of(before.debtor().accountId()));
            return one(id, viewer);
        });
    }

    private static String words(Settlement terms) {
        return "%s for the %s owed, if it is paid by %s"
                .formatted(Sentences.money(terms.offer()), Sentences.money(terms.owed()), Sentences.day(terms.payBy()));
    }

    private void note(SettlementView settlement, String what, String body, String actor) {
        timeline.log(new Activity(
                CustomerId.of(settlement.debtor().customerId()),
                AccountId.of(settlement.debtor().accountId()),
                Activity.Kind.NOTE,
                Activity.Direction.INTERNAL,
                clock.today(),
                actor,
                null,
                "%s, %s".formatted(what, settlement.number()),
                body,
                null));
    }
}
