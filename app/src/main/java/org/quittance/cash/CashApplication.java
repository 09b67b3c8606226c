package org.quittance.cash;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.STATEMENT_RELEASE;
import static org.quittance.db.cash.Tables.VERDICT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Match;
import org.quittance.core.cash.MatchRun;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the payments of a statement: loads, asks the matcher, records.
 *
 * <p>A payment that the matcher is sure of becomes a credit and its allocations; one whose payer alone is known becomes on-account cash;
 * for the others the proposals are kept, and the cash desk decides.
 */
@Service
public class CashApplication {

    private static final int PAYMENTS_AT_ONCE = 500;

    private final DSLContext sql;
    private final CandidateLoader candidates;
    private final PaymentRecorder recorder;
    private final Verdicts verdicts;
    private final Exchanges exchanges;
    private final CashLocks locks;
    private final HandReceipts byHand;
    private final SettlementJoins settlements;
    private final AdviceJoins advices;
    private final MatchPolicies policies;
    private final Lessons lessons;
    private final TransactionTemplate inOneTransaction;

    CashApplication(
            DSLContext sql,
            CandidateLoader candidates,
            PaymentRecorder recorder,
            Verdicts verdicts,
            Exchanges exchanges,
            CashLocks locks,
            HandReceipts byHand,
            SettlementJoins settlements,
            AdviceJoins advices,
            MatchPolicies policies,
            Lessons lessons,
            TransactionTemplate inOneTransaction) {
        this.inOneTransaction = inOneTransaction;
        this.lessons = lessons;
        this.policies = policies;
        this.sql = sql;
        this.byHand = byHand;
        this.settlements = settlements;
        this.advices = advices;
        this.locks = locks;
        this.candidates = candidates;
        this.recorder = recorder;
        this.verdicts = verdicts;
        this.exchanges = exchanges;
    }

    /** How many payments were settled, proposed to a person, left on account, or are nobody's yet. */
    public record Applied(int applied, int proposed, int onAccount, int unidentified) {

        private static final Applied NOTHING = new Applied(0, 0, 0, 0);

        private Applied plus(Applied more) {
            return new Applied(
                    applied + more.applied,
                    proposed + more.proposed,
                    onAccount + more.onAccount,
                    unidentified + more.unidentified);
        }
    }

    /** What one transaction has decided, and the last payment that it looked at. */
    private record Step(Applied applied, long last) {}

    /**
     * Decides the payments of the statement that have no verdict, some hundred in a transaction; after an interruption, those that are
     * left. Money that went out or came back is left to a person; a held statement is left alone.
     */
    public Applied apply(long statementId, String actor) {
        Applied total = Applied.NOTHING;
        Step step = next(statementId, 0, actor);
        while (step != null) {
            total = total.plus(step.applied());
            step = next(statementId, step.last(), actor);
        }
        return total;
    }

    /** Decides about money that a person has just accepted, as about a line of the bank; nothing where that has been decided. */
    public Applied applyByHand(long payment, String actor) {
        return inOneTransaction.execute(_ -> {
            locks.payment(
                    payment, sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(payment)).getStatementId());
            List<PaymentRecord> accepted = sql.selectFrom(PAYMENT)
                    .where(PAYMENT.ID.eq(payment))
                    .and(PAYMENT.KIND.eq(HandReceipts.BY_HAND))
                    .and(notExists(selectOne().from(VERDICT).where(VERDICT.PAYMENT_ID.eq(PAYMENT.ID))))
                    .fetch();
            return accepted.isEmpty() ? Applied.NOTHING : match(accepted, actor);
        });
    }

    private @Nullable Step next(long statementId, long after, String actor) {
        return inOneTransaction.execute(status -> {
            locks.statement(statementId);
            List<PaymentRecord> next = sql.selectFrom(PAYMENT)
                    .where(undecided(statementId))
                    .and(PAYMENT.ID.gt(after))
                    .orderBy(PAYMENT.ID)
                    .limit(PAYMENTS_AT_ONCE)
                    .fetch();
            return next.isEmpty()
                    ? null
                    : new Step(decide(next, actor), next.getLast().getId());
        });
    }

    private Applied decide(List<PaymentRecord> next, String actor) {
        List<PaymentRecord> batch = byHand.joinArrived(settlements.joinArrived(next, actor), actor);
        Applied joined = new Applied(next.size() - batch.size(), 0, 0, 0);
        return batch.isEmpty() ? joined : joined.plus(match(batch, actor));
    }

    private Applied match(List<PaymentRecord> batch, String actor) {
        Map<String, PaymentRecord> byId =
                batch.stream().collect(Collectors.toMap(row -> row.getId().toString(), row -> row));
        List<Payment> payments = advised(batch, actor);
        CandidateIndex index = candidates.load(batch.getFirst().getEntityId(), payments);
        MatchPolicies.Valid valid = policies.of(batch.getFirst().getEntityId());
        Map<String, LocalDate> booked = new HashMap<>();
        batch.forEach(row -> booked.put(row.getId().toString(), row.getBookingDate()));
        List<Match> matches = MatchRun.of(
                        payments,
                        index,
                        payment -> valid.on(Objects.requireNonNull(booked.get(payment.id()))),
                        lessons.experience(batch.getFirst().getEntityId()),
                        exchanges.around(payments, index))
                .matches();
        Map<Long, Long> accountOf = recorder.accountsOf(matches);
        int applied = 0;
        int proposed = 0;
        int onAccount = 0;
        int unidentified = 0;
        List<PaymentRecorder.Credited> credited = new ArrayList<>();
        for (Match match : matches) {
            PaymentRecord row = byId.get(match.payment().id());
            if (row == null) {
                throw new IllegalStateException(
                        "A match for payment " + match.payment().id() + " that was not asked for");
            }
            switch (match.decision()) {
                case Decision.Applied(Decision.Division division) -> {
                    credited.add(new PaymentRecorder.Credited(row, match, recorder.split(row, division, accountOf)));
                    applied++;
                }
                case Decision.OnAccount(AccountId account) -> {
                    credited.add(new PaymentRecorder.Credited(row, match, recorder.onAccount(row, account)));
                    onAccount++;
                }
                case Decision.Proposed _ -> proposed++;
                case Decision.Unidentified _ -> unidentified++;
            }
        }
        verdicts.record(matches, byId, actor);
        recorder.credit(credited, actor);
        return new Applied(applied, proposed, onAccount, unidentified);
    }

    /** The payments with what their payers have said of them apart from the money. */
    private List<Payment> advised(List<PaymentRecord> batch, String actor) {
        advices.ofPayments(batch.stream().map(CashApplication::payment).toList(), actor);
        Map<Long, List<Payment.RemittanceLine>> lines =
                advices.linesOf(batch.stream().map(PaymentRecord::getId).toList());
        return batch.stream()
                .map(row -> payment(row, lines.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static Condition undecided(long statementId) {
        return PAYMENT.STATEMENT_ID
                .eq(statementId)
                .and(PAYMENT.AMOUNT_MINOR.gt(0L))
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .and(notExists(selectOne().from(VERDICT).where(VERDICT.PAYMENT_ID.eq(PAYMENT.ID))))
                .and(SettlementJoins.NOT_SETTLED)
                .and(exists(selectOne()
                        .from(STATEMENT)
                        .where(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                        .and(STATEMENT
                                .DIFFERENCE_MINOR
                                .isNull()
                                .or(STATEMENT.DIFFERENCE_MINOR.eq(0L))
                                .or(exists(selectOne()
                                        .from(STATEMENT_RELEASE)
                                        .where(STATEMENT_RELEASE.STATEMENT_ID.eq(STATEMENT.ID)))))));
    }

    static Payment payment(PaymentRecord row) {
        return payment(row, List.of());
    }

    static Payment payment(PaymentRecord row, List<Payment.RemittanceLine> lines) {
        return new Payment(
                row.getId().toString(),
                Money.ofMinor(row.getAmountMinor(), row.getCurrency()),
                row.getValueDate(),
                row.getPayerName(),
                row.getPayerAccount(),
                List.of(row.getStructuredRefs()),
                row.getRemittance(),
                lines,
                row.getChargesMinor() == null ? 0 : Math.abs(row.getChargesMinor()),
                row.getOriginalMinor() == null || row.getOriginalMinor() <= 0
                        ? null
                        : Money.ofMinor(row.getOriginalMinor(), row.getOriginalCurrency()),
                row.getCreditedAccount(),
                null);
    }
}
