package org.quittance.cash;

import static org.quittance.db.cash.Tables.EVIDENCE;
import static org.quittance.db.cash.Tables.EVIDENCE_LESSON;
import static org.quittance.db.cash.Tables.PAYER_LESSON;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Evidence;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Experience;
import org.quittance.core.cash.Experience.Count;
import org.quittance.core.cash.Experience.Lesson;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.cash.tables.records.VerdictRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/**
 * What the cash desk's decisions teach: about kinds of evidence, and about whose a bank account is.
 *
 * <p>A lesson is a row beside the payment that taught it. Nothing is learned from what the matcher did by itself, only from people: what
 * nobody looked at is no proof.
 */
@Component
class Lessons {

    /** Older decisions say little about how payers write today. */
    private static final String REMEMBERED = "365 days";

    private final DSLContext sql;

    Lessons(DSLContext sql) {
        this.sql = sql;
    }

    /** What the last year has shown in an entity. */
    Experience experience(long entityId) {
        Map<Kind, Count> counts = new EnumMap<>(Kind.class);
        sql.fetch("""
                        select kind, count(*) filter (where lesson = 'RIGHT'), count(*) filter (where lesson = 'WRONG')
                        from cash.evidence_lesson
                        where entity_id = ? and learned_at > now() - ?::interval
                        group by kind
                        """, entityId, REMEMBERED)
                .forEach(row -> counts.put(
                        Kind.valueOf(row.get(0, String.class)),
                        new Count(row.get(1, Long.class), row.get(2, Long.class))));
        return new Experience(counts);
    }

    /**
     * A person has assigned a payment: the only proposal was right if exactly its lines were taken, and the payer's bank account is that of
     * the customers whose items are paid. Of several proposals none was claimed to be right, and nothing is learned about evidence.
     *
     * @param accounts those whose items are paid
     */
    void assigned(PaymentRecord payment, List<Decision.Line> lines, Set<AccountId> accounts, Viewer viewer) {
        Optional<VerdictRecord> said = lastOfMatcher(payment.getId());
        if (said.isPresent() && said.get().getDecision().equals("PROPOSED") && !lines.isEmpty()) {
            List<Set<Decision.Line>> proposals = proposals(said.get().getId());
            if (proposals.size() == 1) {
                Lesson lesson = proposals.getFirst().equals(Set.copyOf(lines)) ? Lesson.RIGHT : Lesson.WRONG;
                note(payment, said.get().getId(), lesson, viewer);
            }
        }
        accounts.stream()
                .sorted(Comparator.comparingLong(AccountId::value))
                .forEach(account -> note(payment, account, "CONFIRMED", viewer));
    }

    /** A person has taken back what the matcher applied, because it was wrong; or somebody's money from the wrong customers. */
    void takenBack(PaymentRecord payment, UndoReason reason, Set<AccountId> accounts, Viewer viewer) {
        if (!reason.saysThatTheMatchWasFalse()) {
            return;
        }
        Optional<VerdictRecord> last = sql.selectFrom(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(payment.getId()))
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchOptional();
        boolean taught = last.isPresent()
                && sql.fetchExists(
                        EVIDENCE_LESSON,
                        EVIDENCE_LESSON.VERDICT_ID.eq(last.get().getId()));
        if (last.isPresent() && last.get().getDecision().equals("APPLIED") && !taught) {
            note(payment, last.get().getId(), Lesson.WRONG, viewer);
        }
        if (reason == UndoReason.WRONG_CUSTOMER) {
            accounts.stream()
                    .sorted(Comparator.comparingLong(AccountId::value))
                    .forEach(account -> note(payment, account, "WRONG", viewer));
        }
    }

    /** What a payment has taught, in sentences, the first first. */
    List<PaymentView.Learned> of(long paymentId, Viewer viewer) {
        List<PaymentView.Learned> learned = new ArrayList<>();
        sql.selectFrom(EVIDENCE_LESSON)
                .where(EVIDENCE_LESSON.PAYMENT_ID.eq(paymentId))
                .orderBy(EVIDENCE_LESSON.ID)
                .forEach(row -> learned.add(new PaymentView.Learned(
                        sentence(Kind.valueOf(row.getKind()), Lesson.valueOf(row.getLesson())),
                        row.getActor(),
                        row.getLearnedAt())));
        sql.select(
                        PAYER_LESSON.PAYER_ACCOUNT,
                        PAYER_LESSON.LESSON,
                        PAYER_LESSON.ACTOR,
                        PAYER_LESSON.LEARNED_AT,
                        ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(PAYER_LESSON)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PAYER_LESSON.ACCOUNT_ID))
                .where(PAYER_LESSON.PAYMENT_ID.eq(paymentId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(PAYER_LESSON.ID)
                .forEach(row -> learned.add(new PaymentView.Learned(
                        row.value2().equals("CONFIRMED")
                                ? "Money from %s is for %s.".formatted(row.value1(), row.value5())
                                : "Money from %s is not known to be for %s any more."
                                        .formatted(row.value1(), row.value5()),
                        row.value3(),
                        row.value4())));
        return learned;
    }

    private static String sentence(Kind kind, Lesson lesson) {
        String what =
                "Evidence of the kind “" + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "”";
        return switch (lesson) {
            case RIGHT -> what + " was right: its confidence recovers.";
            case WRONG -> what + " was wrong: the matcher is less sure of it.";
        };
    }

    private Optional<VerdictRecord> lastOfMatcher(long paymentId) {
        return sql.selectFrom(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(paymentId))
                .and(VERDICT.DECISION.ne("BY_HAND"))
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    private List<Set<Decision.Line>> proposals(long verdictId) {
        return sql
                .fetch(
                        "select alternative, item_id, amount_minor from cash.proposal_line where verdict_id = ?",
                        verdictId)
                .intoGroups(
                        row -> row.get(0, Integer.class),
                        row -> new Decision.Line(ItemId.of(row.get(1, Long.class)), row.get(2, Long.class)))
                .values()
                .stream()
                .<Set<Decision.Line>>map(HashSet::new)
                .toList();
    }

    private void note(PaymentRecord payment, long verdictId, Lesson lesson, Viewer viewer) {
        List<Evidence> evidence = sql.selectFrom(EVIDENCE)
                .where(EVIDENCE.VERDICT_ID.eq(verdictId))
                .orderBy(EVIDENCE.RANK)
                .fetch(row -> new Evidence(Kind.valueOf(row.getKind()), 0, 0, null, row.getSentence()));
        Experience.decidingKind(evidence)
                .ifPresent(kind -> sql.insertInto(EVIDENCE_LESSON)
                        .set(EVIDENCE_LESSON.ENTITY_ID, payment.getEntityId())
                        .set(EVIDENCE_LESSON.PAYMENT_ID, payment.getId())
                        .set(EVIDENCE_LESSON.VERDICT_ID, verdictId)
                        .set(EVIDENCE_LESSON.KIND, kind.name())
                        .set(EVIDENCE_LESSON.LESSON, lesson.name())
                        .set(EVIDENCE_LESSON.ACTOR, viewer.login())
                        .execute());
    }

    private void note(PaymentRecord payment, AccountId account, String lesson, Viewer viewer) {
        if (!payment.getPayerAccount().isEmpty()) {
            sql.insertInto(PAYER_LESSON)
                    .set(PAYER_LESSON.PAYER_ACCOUNT, payment.getPayerAccount())
                    .set(PAYER_LESSON.ACCOUNT_ID, account.value())
                    .set(PAYER_LESSON.PAYMENT_ID, payment.getId())
                    .set(PAYER_LESSON.LESSON, lesson)
                    .set(PAYER_LESSON.ACTOR, viewer.login())
                    .execute();
        }
    }
}
