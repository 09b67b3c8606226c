package org.quittance.cash;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.ACH_ENTRY;
import static org.quittance.db.cash.Tables.ACH_JOIN;
import static org.quittance.db.cash.Tables.BANK_RETURN;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RETURN_REPORT;
import static org.quittance.db.cash.Tables.STATEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.core.cash.ReturnMatch;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.AchEntryRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.formats.remittance.AchCodes;
import org.quittance.formats.remittance.AchEntry;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what files of ACH returns tell, and opens again what the returned payments had paid.
 *
 * <p>Such a file comes before the statement that takes the money. An entry of which it is certain which payment it is becomes a return of its
 * own, or is joined to the line of the statement where that has come first; the statement's line that comes later is joined to it, so that the
 * money goes back once. An entry without its payment waits, and is looked at again whenever a statement has come. Notifications of change are
 * kept for whoever draws on the payer next.
 */
@Service
public class AchReturns {

    /** The kind of the statement in which the file's returns stand until the bank's own reports them. */
    static final String KIND = "ACH_RETURNS";

    private static final String USD = "USD";

    /** How many days a bank takes to book what its file has told, or the other way round. */
    private static final int DAYS_APART = 10;

    private final DSLContext sql;
    private final Returns returns;
    private final TransactionTemplate transaction;

    AchReturns(DSLContext sql, Returns returns, TransactionTemplate transaction) {
        this.sql = sql;
        this.returns = returns;
        this.transaction = transaction;
    }

    /** How many entries of a file are new, and how many had been told before. */
    public record Taken(int added, int known) {}

    /** Keeps the entries of a file; one that is there already adds nothing. */
    @Transactional
    public Taken take(List<AchEntry> entries, long uploadId) {
        int added = 0;
        for (AchEntry entry : entries) {
            added += sql.insertInto(ACH_ENTRY)
                    .set(ACH_ENTRY.UPLOAD_ID, uploadId)
                    .set(ACH_ENTRY.ENTRY_KEY, key(entry))
                    .set(ACH_ENTRY.KIND, entry.kind().name())
                    .set(ACH_ENTRY.CODE, entry.code())
                    .set(ACH_ENTRY.AMOUNT_MINOR, entry.amount().minor())
                    .set(ACH_ENTRY.NAME, entry.name())
                    .set(ACH_ENTRY.INDIVIDUAL_ID, entry.individualId())
                    .set(ACH_ENTRY.TRACE, entry.trace())
                    .set(ACH_ENTRY.ORIGINAL_TRACE, entry.originalTrace())
                    .set(ACH_ENTRY.CORRECTED, entry.told())
                    .set(ACH_ENTRY.EFFECTIVE_ON, entry.effectiveOn())
                    .onConflict(ACH_ENTRY.ENTRY_KEY)
                    .doNothing()
                    .execute();
        }
        return new Taken(added, entries.size() - added);
    }

    private static String key(AchEntry entry) {
        return String.join(
                "|",
                entry.kind().name(),
                entry.code(),
                entry.originalTrace(),
                entry.trace(),
                entry.individualId(),
                String.valueOf(entry.amount().minor()),
                entry.effectiveOn().toString());
    }

    /** Settles the entries of which it is certain what came back; the others wait. Returns how many. */
    public int settle(String actor) {
        List<Long> open = sql.select(ACH_ENTRY.ID)
                .from(ACH_ENTRY)
                .where(ACH_ENTRY.KIND.eq(AchEntry.Kind.RETURN.name()))
                .and(notExists(selectOne().from(ACH_JOIN).where(ACH_JOIN.ENTRY_ID.eq(ACH_ENTRY.ID))))
                .orderBy(ACH_ENTRY.ID)
                .fetch(ACH_ENTRY.ID);
        int settled = 0;
        for (Long entry : open) {
            boolean isSettled = Boolean.TRUE.equals(transaction.execute(status -> settleOne(entry, actor, status)));
            settled += isSettled ? 1 : 0;
        }
        return settled;
    }

    /** Where the payment cannot come back yet, since it is not identified or was refunded, nothing stays and the entry waits. */
    private boolean settleOne(long entryId, String actor, TransactionStatus status) {
        AchEntryRecord entry = sql.fetchSingle(ACH_ENTRY, ACH_ENTRY.ID.eq(entryId));
        Optional<Long> returnId = settledBefore(entry).or(() -> settledNow(entry, actor));
        if (returnId.isEmpty()) {
            status.setRollbackOnly();
            return false;
        }
        sql.insertInto(ACH_JOIN)
                .set(ACH_JOIN.ENTRY_ID, entryId)
                .set(ACH_JOIN.RETURN_ID, returnId.get())
                .execute();
        return true;
    }

    /** The statement was quicker, and its line has taken the payment back already. */
    private Optional<Long> settledBefore(AchEntryRecord entry) {
        var returned = PAYMENT.as("returned");
        List<ReturnMatch.Line> lines = sql.select(PAYMENT.fields())
                .select(BANK_RETURN.RETURN_ID)
                .from(BANK_RETURN)
                .join(returned)
                .on(returned.ID.eq(BANK_RETURN.RETURN_ID))
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(BANK_RETURN.PAYMENT_ID))
                .where(returned.CURRENCY.eq(USD))
                .and(returned.AMOUNT_MINOR.eq(-entry.getAmountMinor()))
                .and(isNear(returned.BOOKING_DATE, entry.getEffectiveOn()))
                .and(notExists(selectOne().from(ACH_JOIN).where(ACH_JOIN.RETURN_ID.eq(BANK_RETURN.RETURN_ID))))
                .orderBy(BANK_RETURN.RETURN_ID)
                .fetch(row -> line(row.into(PAYMENT), row.get(BANK_RETURN.RETURN_ID), entry.getAmountMinor()));
        return ReturnMatch.decide(line(entry), lines).map(ReturnMatch.Found::paymentId);
    }

    private Optional<Long> settledNow(AchEntryRecord entry, String actor) {
        List<ReturnMatch.Line> payments = sql.selectFrom(PAYMENT)
                .where(PAYMENT.CURRENCY.eq(USD))
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .and(PAYMENT.AMOUNT_MINOR.ge(entry.getAmountMinor()))
                .and(Returns.LEFT.eq(entry.getAmountMinor()))
                .and(PAYMENT.BOOKING_DATE.between(
                        entry.getEffectiveOn().minusDays(ReturnMatch.MOST_DAYS), entry.getEffectiveOn()))
                .orderBy(PAYMENT.ID)
                .fetch(row -> line(row, row.getId(), entry.getAmountMinor()));
        return ReturnMatch.decide(line(entry), payments).flatMap(found -> settle(entry, found, actor));
    }

    private Optional<Long> settle(AchEntryRecord entry, ReturnMatch.Found found, String actor) {
        PaymentRecord payment = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(found.paymentId()));
        long returnId = waitingLine(entry, payment).orElseGet(() -> enter(entry, payment));
        return returns.settle(returnId, payment.getId(), found.sign().name(), Viewer.system(actor))
                        instanceof DeskOutcome.Done
                ? Optional.of(returnId)
                : Optional.empty();
    }

    /** A line of the statement that takes the same money from the same account, and of which nobody knew what it is. */
    private Optional<Long> waitingLine(AchEntryRecord entry, PaymentRecord payment) {
        return sql.select(PAYMENT.ID)
                .from(PAYMENT)
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(Returns.IS_RETURN)
                .and(Returns.NOT_SETTLED)
                .andNot(HeldStatements.HELD)
                .and(PAYMENT.BANK_ACCOUNT_ID.eq(payment.getBankAccountId()))
                .and(PAYMENT.AMOUNT_MINOR.eq(-entry.getAmountMinor()))
                .and(isNear(PAYMENT.BOOKING_DATE, entry.getEffectiveOn()))
                .orderBy(PAYMENT.ID)
                .limit(1)
                .fetchOptional(PAYMENT.ID);
    }

    private long enter(AchEntryRecord entry, PaymentRecord payment) {
        String key = "ach-" + entry.getId();
        long statement = sql.insertInto(STATEMENT)
                .set(STATEMENT.BANK_ACCOUNT_ID, payment.getBankAccountId())
                .set(STATEMENT.UPLOAD_ID, entry.getUploadId())
                .set(STATEMENT.FORMAT, "NACHA")
                .set(STATEMENT.KIND, KIND)
                .set(STATEMENT.REFERENCE, entry.getTrace())
                .set(STATEMENT.SEQUENCE, "")
                .set(STATEMENT.STATEMENT_DATE, entry.getEffectiveOn())
                .set(STATEMENT.CURRENCY, USD)
                .set(STATEMENT.CONTENT_KEY, key)
                .returningResult(STATEMENT.ID)
                .fetchSingle()
                .value1();
        return sql.insertInto(PAYMENT)
                .set(PAYMENT.STATEMENT_ID, statement)
                .set(PAYMENT.BANK_ACCOUNT_ID, payment.getBankAccountId())
                .set(PAYMENT.ENTITY_ID, payment.getEntityId())
                .set(PAYMENT.ENTRY_KEY, key)
                .set(PAYMENT.LINE, 1L)
                .set(PAYMENT.KIND, "RETURN")
                .set(PAYMENT.CURRENCY, USD)
                .set(PAYMENT.AMOUNT_MINOR, -entry.getAmountMinor())
                .set(PAYMENT.BOOKING_DATE, entry.getEffectiveOn())
                .set(PAYMENT.VALUE_DATE, entry.getEffectiveOn())
                .set(PAYMENT.PAYER_NAME, entry.getName())
                .set(PAYMENT.PAYER_ACCOUNT, "")
                .set(PAYMENT.END_TO_END, entry.getIndividualId())
                .set(PAYMENT.STRUCTURED_REFS, new String[0])
                .set(
                        PAYMENT.REMITTANCE,
                        ("ACH return of " + entry.getOriginalTrace() + " " + entry.getCorrected()).strip())
                .set(PAYMENT.BANK_REFERENCE, entry.getTrace())
                .set(PAYMENT.RETURN_REASON, AchCodes.withWords(entry.getCode()))
                .returningResult(PAYMENT.ID)
                .fetchSingle()
                .value1();
    }

    /**
     * Joins the returns of a statement that a file has told of before to what that had led to. Amount, account and days are the same, and what
     * the file says is exact: this comes before anything is looked for by likeness.
     */
    public void reported(long statementId, String actor) {
        transaction.executeWithoutResult(_ -> sql.select(PAYMENT.ID)
                .from(PAYMENT)
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(PAYMENT.STATEMENT_ID.eq(statementId))
                .and(PAYMENT.CURRENCY.eq(USD))
                .and(Returns.IS_RETURN)
                .and(Returns.NOT_SETTLED)
                .andNot(HeldStatements.HELD)
                .orderBy(PAYMENT.ID)
                .fetch(PAYMENT.ID)
                .forEach(line -> report(line, actor)));
    }

    private void report(long lineId, String actor) {
        PaymentRecord line = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(lineId));
        sql.select(BANK_RETURN.RETURN_ID)
                .from(BANK_RETURN)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(BANK_RETURN.RETURN_ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(STATEMENT.KIND.eq(KIND))
                .and(PAYMENT.BANK_ACCOUNT_ID.eq(line.getBankAccountId()))
                .and(PAYMENT.AMOUNT_MINOR.eq(line.getAmountMinor()))
                .and(isNear(PAYMENT.BOOKING_DATE, line.getBookingDate()))
                .and(notExists(
                        selectOne().from(RETURN_REPORT).where(RETURN_REPORT.RETURN_ID.eq(BANK_RETURN.RETURN_ID))))
                .orderBy(BANK_RETURN.RETURN_ID)
                .limit(1)
                .fetchOptional(BANK_RETURN.RETURN_ID)
                .ifPresent(returnId -> sql.insertInto(RETURN_REPORT)
                        .set(RETURN_REPORT.LINE_ID, lineId)
                        .set(RETURN_REPORT.RETURN_ID, returnId)
                        .set(RETURN_REPORT.ACTOR, actor)
                        .execute());
    }

    private static Condition isNear(Field<LocalDate> day, LocalDate other) {
        return day.between(other.minusDays(DAYS_APART), other.plusDays(DAYS_APART));
    }

    /** The trace stands where a return's own text does: a bank that books single debits has it as its reference. */
    private static ReturnMatch.Line line(AchEntryRecord entry) {
        return new ReturnMatch.Line(
                entry.getId(),
                Money.ofMinor(entry.getAmountMinor(), USD),
                entry.getEffectiveOn(),
                entry.getName(),
                "",
                entry.getIndividualId(),
                entry.getOriginalTrace() + " " + entry.getIndividualId(),
                "");
    }

    private static ReturnMatch.Line line(PaymentRecord payment, long id, long minor) {
        return new ReturnMatch.Line(
                id,
                Money.ofMinor(minor, payment.getCurrency()),
                payment.getBookingDate(),
                payment.getPayerName(),
                payment.getPayerAccount(),
                payment.getEndToEnd(),
                payment.getRemittance(),
                payment.getBankReference());
    }
}
