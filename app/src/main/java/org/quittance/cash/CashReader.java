package org.quittance.cash;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.VERDICT;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.quittance.db.cash.tables.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What cash shows to a person. */
@Service
@Transactional(readOnly = true)
public class CashReader {

    private static final Condition RECEIVED = PAYMENT.AMOUNT_MINOR.gt(0L).and(PAYMENT.KIND.in("PAYMENT", "BY_HAND"));
    private static final Condition IDENTIFIED = exists(selectOne()
            .from(RECEIVED_VIEW)
            .where(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
            .and(RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(0L)));
    private static final Field<Long> ON_ACCOUNT = coalesce(
            field(select(RECEIVED_VIEW.ON_ACCOUNT_MINOR)
                    .from(RECEIVED_VIEW)
                    .where(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))),
            inline(0L));

    private final DSLContext sql;

    CashReader(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A statement with what has become of its lines.
     *
     * @param differenceMinor by how much its balances fail to close; null where it tells no two balances
     * @param forAPerson received payments without an account
     */
    public record StatementLine(
            long id,
            String bankAccount,
            String format,
            LocalDate date,
            String currency,
            @Nullable Long openingMinor,
            @Nullable Long closingMinor,
            @Nullable Long differenceMinor,
            boolean held,
            int lines,
            int identified,
            int forAPerson) {}

    /** A received payment in a list. */
    public record PaymentLine(
            long id,
            LocalDate bookingDate,
            String currency,
            long amountMinor,
            String payerName,
            String remittance,
            @Nullable String decision,
            long onAccountMinor) {}

    public List<StatementLine> statements(int most) {
        Field<Boolean> held = field(HeldStatements.HELD);
        return sql.select(
                        STATEMENT.ID,
                        BANK_ACCOUNT.NAME,
                        STATEMENT.FORMAT,
                        STATEMENT.STATEMENT_DATE,
                        STATEMENT.CURRENCY,
                        STATEMENT.OPENING_MINOR,
                        STATEMENT.CLOSING_MINOR,
                        STATEMENT.DIFFERENCE_MINOR,
                        held,
                        count(PAYMENT.ID),
                        count(PAYMENT.ID).filterWhere(IDENTIFIED),
                        count(PAYMENT.ID).filterWhere(RECEIVED.andNot(IDENTIFIED)))
                .from(STATEMENT)
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(STATEMENT.BANK_ACCOUNT_ID))
                .leftJoin(PAYMENT)
                .on(PAYMENT.STATEMENT_ID.eq(STATEMENT.ID))
                .where(STATEMENT.ID.in(newest(most)))
                .groupBy(STATEMENT.ID, BANK_ACCOUNT.NAME)
                .orderBy(STATEMENT.STATEMENT_DATE.desc(), STATEMENT.ID.desc())
                .fetch(Records.mapping(StatementLine::new));
    }

    /** Chosen before their lines are counted: the list costs what it shows. */
    private static Select<Record1<Long>> newest(int most) {
        Statement newest = STATEMENT.as("newest");
        return select(newest.ID)
                .from(newest)
                .where(newest.KIND.notIn("BY_HAND", AchReturns.KIND, SettlementJoins.KIND))
                .orderBy(newest.STATEMENT_DATE.desc(), newest.ID.desc())
                .limit(most);
    }

    /** Money that went out, came back or was taken back by the bank: shown, and left to a person. */
    public List<PaymentLine> outgoing(int most) {
        return lines(RECEIVED.not(), most);
    }

    public List<PaymentLine> ofStatement(long statementId) {
        return lines(PAYMENT.STATEMENT_ID.eq(statementId), Integer.MAX_VALUE);
    }

    private List<PaymentLine> lines(Condition condition, int most) {
        Field<String> decision = field(select(VERDICT.DECISION)
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(PAYMENT.ID))
                .orderBy(VERDICT.ID.desc())
                .limit(1));
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT_MINOR,
                        PAYMENT.PAYER_NAME,
                        PAYMENT.REMITTANCE,
                        decision,
                        ON_ACCOUNT)
                .from(PAYMENT)
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(condition)
                .orderBy(abs(PAYMENT.AMOUNT_MINOR).desc(), PAYMENT.ID)
                .limit(most)
                .fetch(Records.mapping(PaymentLine::new));
    }
}
