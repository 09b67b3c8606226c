package org.quittance.cash;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.ACH_ENTRY;
import static org.quittance.db.cash.Tables.ACH_JOIN;
import static org.quittance.db.cash.Tables.BANK_RETURN;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RETURN_CHARGE;
import static org.quittance.db.cash.Tables.RETURN_FEE;
import static org.quittance.db.cash.Tables.RETURN_REPORT;
import static org.quittance.db.ledger.Tables.ENTITY_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.ReturnMatch;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.BankReturn;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.formats.remittance.AchCodes;
import org.quittance.formats.remittance.AchEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what the banks took back to a person. */
@Service
@Transactional(readOnly = true)
public class ReturnReader {

    private static final int CANDIDATES_SHOWN = 50;

    /** The return that a file of ACH returns had told of before the line. */
    private static final BankReturn REPORTED = BANK_RETURN.as("reported");

    private static final Field<Long> PAID = coalesce(BANK_RETURN.PAYMENT_ID, REPORTED.PAYMENT_ID);

    private final DSLContext sql;

    ReturnReader(DSLContext sql) {
        this.sql = sql;
    }

    /** Which returns to show. */
    public enum Show {
        ALL("All"),
        NEEDS_A_PERSON("Needs a person");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * An entry of a file of ACH returns.
     *
     * @param reason the code with its words
     * @param told what is corrected, or what the bank says beside the code
     */
    public record AchLine(
            String reason,
            LocalDate effectiveOn,
            String name,
            String individualId,
            String originalTrace,
            String told,
            Money amount) {}

    /** What an entity charges for a return; zero where nothing. */
    public record Fee(long entityId, String entityCode, Money amount) {}

    /** The newest first. */
    public List<ReturnView.Row> rows(Show show, int from, int most) {
        return rowsWhere(show == Show.ALL ? noCondition() : Returns.NOT_SETTLED, from, most);
    }

    public int waiting() {
        return sql.fetchCount(PAYMENT, Returns.IS_RETURN.and(Returns.NOT_SETTLED));
    }

    public List<Fee> fees() {
        return sql.select(
                        ENTITY_VIEW.ENTITY_ID,
                        ENTITY_VIEW.CODE,
                        ENTITY_VIEW.CURRENCY,
                        coalesce(RETURN_FEE.AMOUNT_MINOR, inline(0L)))
                .from(ENTITY_VIEW)
                .leftJoin(RETURN_FEE)
                .on(RETURN_FEE.ENTITY_ID.eq(ENTITY_VIEW.ENTITY_ID))
                .orderBy(ENTITY_VIEW.CODE)
                .fetch(row -> new Fee(row.value1(), row.value2(), Money.ofMinor(row.value4(), row.value3())));
    }

    public Optional<ReturnView> bankReturn(long id) {
        return rowsWhere(PAYMENT.ID.eq(id), 0, 1).stream().findFirst().map(row -> {
            PaymentRecord returned = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(id));
            ReturnView.Settled settled = settled(id);
            return new ReturnView(
                    row, settled, settled == null ? candidates(returned) : List.of(), fee(returned), charge(returned));
        });
    }

    /** Entries of ACH files whose payment nobody knows yet, the oldest first. */
    public List<AchLine> achWaiting(int most) {
        return ach(
                ACH_ENTRY
                        .KIND
                        .eq(AchEntry.Kind.RETURN.name())
                        .and(notExists(selectOne().from(ACH_JOIN).where(ACH_JOIN.ENTRY_ID.eq(ACH_ENTRY.ID)))),
                most);
    }

    /** What ACH files have told of payers' accounts, the newest first. */
    public List<AchLine> achChanges(int most) {
        return ach(ACH_ENTRY.KIND.eq(AchEntry.Kind.CHANGE.name()), most).reversed();
    }

    private List<AchLine> ach(Condition which, int most) {
        return sql.selectFrom(ACH_ENTRY)
                .where(which)
                .orderBy(ACH_ENTRY.EFFECTIVE_ON, ACH_ENTRY.ID)
                .limit(most)
                .fetch(row -> new AchLine(
                        AchCodes.withWords(row.getCode()),
                        row.getEffectiveOn(),
                        row.getName(),
                        row.getIndividualId(),
                        row.getOriginalTrace(),
                        row.getCorrected(),
                        Money.ofMinor(row.getAmountMinor(), "USD")));
    }

    private List<ReturnView.Row> rowsWhere(Condition which, int from, int most) {
        return sql.select(PAYMENT.fields())
                .select(ENTITY_VIEW.CODE, PAID, ACH_ENTRY.CODE)
                .from(PAYMENT)
                .join(ENTITY_VIEW)
                .on(ENTITY_VIEW.ENTITY_ID.eq(PAYMENT.ENTITY_ID))
                .leftJoin(BANK_RETURN)
                .on(BANK_RETURN.RETURN_ID.eq(PAYMENT.ID))
                .leftJoin(RETURN_REPORT)
                .on(RETURN_REPORT.LINE_ID.eq(PAYMENT.ID))
                .leftJoin(REPORTED)
                .on(REPORTED.RETURN_ID.eq(RETURN_REPORT.RETURN_ID))
                .leftJoin(ACH_JOIN)
                .on(ACH_JOIN.RETURN_ID.eq(coalesce(BANK_RETURN.RETURN_ID, REPORTED.RETURN_ID)))
                .leftJoin(ACH_ENTRY)
                .on(ACH_ENTRY.ID.eq(ACH_JOIN.ENTRY_ID))
                .where(Returns.IS_RETURN)
                .and(which)
                .orderBy(PAYMENT.BOOKING_DATE.desc(), PAYMENT.ID.desc())
                .offset(from)
                .limit(most)
                .fetch(row -> new ReturnView.Row(
                        row.get(PAYMENT.ID),
                        row.get(ENTITY_VIEW.CODE),
                        row.get(PAYMENT.BOOKING_DATE),
                        row.get(PAYMENT.PAYER_NAME),
                        row.get(PAYMENT.REMITTANCE),
                        reason(row.get(PAYMENT.RETURN_REASON), row.get(ACH_ENTRY.CODE)),
                        Money.ofMinor(-row.get(PAYMENT.AMOUNT_MINOR), row.get(PAYMENT.CURRENCY)),
                        row.get(PAID)));
    }

    /** The bank's own word on the statement, and what its file of ACH returns has added. */
    private static String reason(String told, @Nullable String achCode) {
        String ach = achCode == null ? "" : AchCodes.withWords(achCode);
        return told.contains(ach) ? told : (told + " " + ach).strip();
    }

    private ReturnView.@Nullable Settled settled(long id) {
        return sql.select(PAYMENT.ID, PAYMENT.BOOKING_DATE, PAYMENT.PAYER_NAME, BANK_RETURN.REASON, BANK_RETURN.ACTOR)
                .from(BANK_RETURN)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(BANK_RETURN.PAYMENT_ID))
                .where(BANK_RETURN.RETURN_ID.eq(coalesce(
                        field(select(RETURN_REPORT.RETURN_ID)
                                .from(RETURN_REPORT)
                                .where(RETURN_REPORT.LINE_ID.eq(id))),
                        inline(id))))
                .fetchOptional(row -> new ReturnView.Settled(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4().equals("BY_HAND")
                                ? "A person said so"
                                : ReturnMatch.Sign.valueOf(row.value4()).sentence(),
                        row.value5()))
                .orElse(null);
    }

    private List<ReturnView.Candidate> candidates(PaymentRecord returned) {
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.PAYER_NAME,
                        PAYMENT.REMITTANCE,
                        Returns.LEFT,
                        PAYMENT.CURRENCY)
                .from(PAYMENT)
                .where(Returns.couldBe(returned))
                .orderBy(PAYMENT.BOOKING_DATE.desc(), PAYMENT.ID.desc())
                .limit(CANDIDATES_SHOWN)
                .fetch(row -> new ReturnView.Candidate(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Money.ofMinor(row.value5(), row.value6())));
    }

    /** In the currency of the entity's books; nothing is charged for a return in another. */
    private Money fee(PaymentRecord returned) {
        return fees().stream()
                .filter(fee -> fee.entityId() == returned.getEntityId()
                        && fee.amount().currency().getCurrencyCode().equals(returned.getCurrency()))
                .map(Fee::amount)
                .findFirst()
                .orElse(Money.ofMinor(0, returned.getCurrency()));
    }

    private ReturnView.@Nullable Charge charge(PaymentRecord returned) {
        return sql.selectFrom(RETURN_CHARGE)
                .where(RETURN_CHARGE.RETURN_ID.eq(returned.getId()))
                .fetchOptional(row -> new ReturnView.Charge(
                        row.getItemId(),
                        Money.ofMinor(row.getAmountMinor(), returned.getCurrency()),
                        row.getActor(),
                        row.getChargedAt()))
                .orElse(null);
    }
}
