package org.quittance.cash;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.ADVICE;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.REQUEST;
import static org.quittance.db.cash.Tables.REQUEST_DECISION;
import static org.quittance.db.cash.Tables.RETRACTION;
import static org.quittance.db.cash.Tables.STANDING_JOIN_VIEW;
import static org.quittance.db.cash.Tables.UNDO;
import static org.quittance.db.cash.Tables.VERDICT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.cash.PaymentRecorder.Credited;
import org.quittance.cash.PaymentRecorder.Share;
import org.quittance.cash.PaymentRecorder.Wanted;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Evidence;
import org.quittance.core.cash.Experience;
import org.quittance.core.cash.Match;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchRun;
import org.quittance.core.cash.Payment;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.ledger.ItemId;
import org.quittance.db.cash.tables.records.IdentificationRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.cash.tables.records.VerdictRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationWish;
import org.quittance.ledger.PostingContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides again about money that came before its advice, or before what it is for.
 *
 * <p>Only where the matcher has had the last word: what a person has decided, taken back or asked for is left to a person. Money on account
 * is applied from there; where the advice says that it is another account's, it is taken back first, by entries against it.
 */
@Service
public class AdviceApplication {

    private static final String PAYERS_WORD = "the payer's remittance advice names other items";

    private final DSLContext sql;
    private final CashDesk desk;
    private final CashUndo undo;
    private final AdviceJoins joins;
    private final CandidateLoader candidates;
    private final PaymentRecorder recorder;
    private final Verdicts verdicts;
    private final Exchanges exchanges;
    private final MatchPolicies policies;
    private final Lessons lessons;

    AdviceApplication(
            DSLContext sql,
            CashDesk desk,
            CashUndo undo,
            AdviceJoins joins,
            CandidateLoader candidates,
            PaymentRecorder recorder,
            Verdicts verdicts,
            Exchanges exchanges,
            MatchPolicies policies,
            Lessons lessons) {
        this.sql = sql;
        this.desk = desk;
        this.undo = undo;
        this.joins = joins;
        this.candidates = candidates;
        this.recorder = recorder;
        this.verdicts = verdicts;
        this.exchanges = exchanges;
        this.policies = policies;
        this.lessons = lessons;
    }

    /** What has become of a payment for which an advice came. */
    public enum Outcome {
        /** The items that the advice names are paid. */
        APPLIED,
        /** A person decides; the advice stands beside the payment. */
        FOR_A_PERSON,
        /** It was for something already, or waits for its statement. */
        AS_IT_WAS
    }

    /** The payments to which the advices of an upload belong. */
    @Transactional(readOnly = true)
    public List<Long> paymentsOf(long uploadId) {
        return sql.selectDistinct(STANDING_JOIN_VIEW.PAYMENT_ID)
                .from(STANDING_JOIN_VIEW)
                .join(ADVICE)
                .on(ADVICE.ID.eq(STANDING_JOIN_VIEW.ADVICE_ID))
                .where(ADVICE.UPLOAD_ID.eq(uploadId))
                .orderBy(STANDING_JOIN_VIEW.PAYMENT_ID)
                .fetch(STANDING_JOIN_VIEW.PAYMENT_ID);
    }

    /** How many advices of an upload belong to a payment: several may belong to one. */
    @Transactional(readOnly = true)
    public int joinedOf(long uploadId) {
        return sql.fetchCount(
                STANDING_JOIN_VIEW,
                STANDING_JOIN_VIEW.ADVICE_ID.in(select(ADVICE.ID).from(ADVICE).where(ADVICE.UPLOAD_ID.eq(uploadId))));
    }

    /**
     * Of payments that wait for a person, those of which something else would be said now than was said last. None is held, so that each is
     * still to be decided by {@link #reconsider}; what all of them need is loaded once.
     */
    @Transactional(readOnly = true)
    public List<Long> worthAnotherLook(Collection<Long> paymentIds) {
        Map<Long, List<Payment.RemittanceLine>> lines = joins.linesOf(Set.copyOf(paymentIds));
        Map<Long, VerdictRecord> last = sql.selectDistinct(VERDICT.fields())
                .on(VERDICT.PAYMENT_ID)
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.in(paymentIds))
                .orderBy(VERDICT.PAYMENT_ID, VERDICT.ID.desc())
                .fetchMap(VERDICT.PAYMENT_ID, row -> row.into(VERDICT));
        List<Long> worth = new ArrayList<>();
        sql.selectFrom(PAYMENT)
                .where(PAYMENT.ID.in(paymentIds))
                .orderBy(PAYMENT.ID)
                .fetchGroups(PAYMENT.ENTITY_ID)
                .forEach((entity, rows) -> {
                    List<Match> matches = apart(entity, rows, lines);
                    for (int i = 0; i < rows.size(); i++) {
                        long payment = rows.get(i).getId();
                        VerdictRecord verdict = last.get(payment);
                        if (verdict != null && !verdicts.saysTheSame(verdict, matches.get(i))) {
                            worth.add(payment);
                        }
                    }
                });
        return worth;
    }

    /** Decides about a payment with what is known now, its advice too; where that is nothing new, nothing is recorded. */
    @Transactional
    public Outcome reconsider(long paymentId, String actor) {
        PaymentRecord payment = desk.locked(paymentId);
        Optional<VerdictRecord> last = sql.selectFrom(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(paymentId))
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchOptional();
        var money = sql.fetchOptional(RECEIVED_VIEW, RECEIVED_VIEW.PAYMENT_ID.eq(paymentId));
        if (last.isEmpty() || money.isEmpty()) {
            return Outcome.AS_IT_WAS;
        }
        long waiting = money.get().getUnidentifiedMinor();
        long onAccount = money.get().getOnAccountMinor();
        if (waiting == 0 && onAccount == 0) {
            return Outcome.AS_IT_WAS;
        }
        if (isAPersons(paymentId, last.get())) {
            return Outcome.FOR_A_PERSON;
        }
        List<Payment.RemittanceLine> lines = joins.linesOf(Set.of(paymentId)).getOrDefault(paymentId, List.of());
        Match match = match(payment, lines);
        if (waiting == payment.getAmountMinor()) {
            return decideWaiting(payment, match, last.get(), actor);
        }
        return onAccount == payment.getAmountMinor() ? applyFromAccount(payment, match, actor) : Outcome.FOR_A_PERSON;
    }

    private boolean isAPersons(long paymentId, VerdictRecord last) {
        boolean isAskedFor = sql.fetchExists(sql.selectOne()
                .from(REQUEST)
                .join(IDENTIFICATION)
                .on(IDENTIFICATION.ITEM_ID.eq(REQUEST.ITEM_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(paymentId))
                .and(notExists(selectOne().from(REQUEST_DECISION).where(REQUEST_DECISION.REQUEST_ID.eq(REQUEST.ID)))));
        return isAskedFor
                || last.getDecision().equals("BY_HAND")
                || sql.fetchExists(UNDO, UNDO.PAYMENT_ID.eq(paymentId), UNDO.NOTE.ne(PAYERS_WORD))
                || sql.fetchExists(RETRACTION, RETRACTION.PAYMENT_ID.eq(paymentId), RETRACTION.UNDO_ID.isNull());
    }

    private Match match(PaymentRecord row, List<Payment.RemittanceLine> lines) {
        return apart(row.getEntityId(), List.of(row), Map.of(row.getId(), lines))
                .getFirst();
    }

    /** What the matcher says of each, as if it were the only one; in their order. */
    private List<Match> apart(long entity, List<PaymentRecord> rows, Map<Long, List<Payment.RemittanceLine>> linesOf) {
        List<Payment> payments = rows.stream()
                .map(row -> CashApplication.payment(row, linesOf.getOrDefault(row.getId(), List.of())))
                .toList();
        CandidateIndex index = candidates.load(entity, payments);
        MatchPolicies.Valid valid = policies.of(entity);
        Experience experience = lessons.experience(entity);
        CrossRates rates = exchanges.around(payments, index);
        List<Match> matches = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            MatchPolicy policy = valid.on(rows.get(i).getBookingDate());
            matches.add(MatchRun.of(List.of(payments.get(i)), index, _ -> policy, experience, rates)
                    .matches()
                    .getFirst());
        }
        return matches;
    }

    private Outcome decideWaiting(PaymentRecord payment, Match match, VerdictRecord last, String actor) {
        if (verdicts.saysTheSame(last, match)) {
            return Outcome.FOR_A_PERSON;
        }
        verdicts.record(List.of(match), Map.of(payment.getId().toString(), payment), actor);
        return switch (match.decision()) {
            case Decision.Applied(Decision.Division division) -> {
                recorder.credit(List.of(new Credited(payment, match, recorder.split(payment, division))), actor);
                yield Outcome.APPLIED;
            }
            case Decision.OnAccount(var account) -> {
                recorder.credit(List.of(new Credited(payment, match, recorder.onAccount(payment, account))), actor);
                yield Outcome.FOR_A_PERSON;
            }
            case Decision.Proposed _, Decision.Unidentified _ -> Outcome.FOR_A_PERSON;
        };
    }

    /**
     * Only on the advice's word: by any other rule the credit itself could be taken for an item that is paid. What the advice leaves in doubt
     * is proposed: the money is no longer on account then, and one key applies it.
     */
    private Outcome applyFromAccount(PaymentRecord payment, Match match, String actor) {
        List<IdentificationRecord> credits = sql.fetch(IDENTIFICATION, IDENTIFICATION.PAYMENT_ID.eq(payment.getId()));
        if (credits.size() != 1 || match.evidence().getFirst().kind() != Evidence.Kind.REMITTANCE_LINE) {
            return Outcome.FOR_A_PERSON;
        }
        IdentificationRecord credit = credits.getFirst();
        return switch (match.decision()) {
            case Decision.Applied(Decision.Division division) -> apply(payment, match, division, credit, actor);
            case Decision.Proposed _ -> {
                takeBack(payment, credit, actor);
                verdicts.record(List.of(match), Map.of(payment.getId().toString(), payment), actor);
                yield Outcome.FOR_A_PERSON;
            }
            case Decision.OnAccount _, Decision.Unidentified _ -> Outcome.FOR_A_PERSON;
        };
    }

    private Outcome apply(
            PaymentRecord payment, Match match, Decision.Division division, IdentificationRecord credit, String actor) {
        List<Share> shares = recorder.split(payment, division);
        if (shares.size() == 1 && shares.getFirst().account().value() == credit.getAccountId()) {
            PostingContext context = new PostingContext(
                    credit.getBusinessDate(),
                    "Payment P%d: %s"
                            .formatted(
                                    payment.getId(), match.evidence().getFirst().sentence()),
                    actor);
            verdicts.record(List.of(match), Map.of(payment.getId().toString(), payment), actor);
            recorder.allocate(List.of(new Wanted(
                    payment.getId(),
                    new AllocationWish(
                            PaymentRecorder.orders(shares.getFirst(), ItemId.of(credit.getItemId())), context),
                    shares.getFirst().differences())));
        } else {
            takeBack(payment, credit, actor);
            verdicts.record(List.of(match), Map.of(payment.getId().toString(), payment), actor);
            recorder.credit(List.of(new Credited(payment, match, shares)), actor);
        }
        return Outcome.APPLIED;
    }

    private void takeBack(PaymentRecord payment, IdentificationRecord credit, String actor) {
        DeskOutcome outcome = undo.takeBack(
                payment.getId(),
                ItemId.of(credit.getItemId()),
                new CashUndo.Why(UndoReason.PAYER_ASKED, PAYERS_WORD),
                null,
                Viewer.system(actor));
        if (!(outcome instanceof DeskOutcome.Done)) {
            throw new StaleItems("Payment P" + payment.getId(), outcome.toString());
        }
    }
}
