package org.quittance.cash;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.STATEMENT_RELEASE;
import static org.quittance.db.cash.Tables.VERDICT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.BankAccounts.BankAccount;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes bank statements in: every line once, whatever file it comes in, and nothing from a statement that does not close. */
@Service
public class StatementBook {

    /** What a statement tells of a payment; the rest the database gives. */
    private static final List<Field<?>> TOLD = Arrays.stream(PAYMENT.fields())
            .filter(field -> !field.equals(PAYMENT.ID) && !field.equals(PAYMENT.RECORDED_AT))
            .toList();

    private static final String TOLD_COLUMNS = TOLD.stream().map(Field::getName).collect(Collectors.joining(", "));

    private final DSLContext sql;
    private final BankAccounts accounts;
    private final AuditTrail audit;

    StatementBook(DSLContext sql, BankAccounts accounts, AuditTrail audit) {
        this.sql = sql;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * What became of the payments that a statement has brought.
     *
     * @param added payments that no statement before had
     * @param forAPerson proposed or unidentified
     */
    public record Progress(int added, int applied, int onAccount, int forAPerson) {}

    @Transactional
    public TakenStatement take(BankStatement statement, long uploadId, String actor) {
        Optional<BankAccount> found = accounts.byAccount(statement.account());
        if (found.isEmpty()) {
            return new TakenStatement.UnknownAccount(statement.account());
        }
        BankAccount account = found.get();
        if (!account.currency().equals(statement.currency().getCurrencyCode())) {
            return new TakenStatement.WrongCurrency(
                    account.account(), account.currency(), statement.currency().getCurrencyCode());
        }
        Long id = recordStatement(statement, account, uploadId);
        if (id == null) {
            return new TakenStatement.KnownAlready(knownStatement(statement, account));
        }
        if (statement.kind() != BankStatement.Kind.STATEMENT) {
            return new TakenStatement.Announced(id, statement.entries().size());
        }
        int added = recordEntries(statement, account, id);
        Money difference = statement.difference();
        audit.record(actor, "statement.taken", "statement", id, account.account() + " " + statement.date());
        return difference == null || difference.isZero()
                ? new TakenStatement.Taken(id, added, statement.entries().size() - added)
                : new TakenStatement.Held(id, added, difference);
    }

    /**
     * How far a statement that an upload has brought has come, however often its application was interrupted. Empty where another upload
     * brought it.
     */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(long statementId, long uploadId) {
        if (!sql.fetchExists(STATEMENT, STATEMENT.ID.eq(statementId).and(STATEMENT.UPLOAD_ID.eq(uploadId)))) {
            return Optional.empty();
        }
        Field<String> decision = field(firstVerdict());
        return Optional.of(sql.select(
                        count(),
                        count().filterWhere(decision.eq("APPLIED")),
                        count().filterWhere(decision.eq("ON_ACCOUNT")),
                        count().filterWhere(decision.in("PROPOSED", "UNIDENTIFIED")))
                .from(PAYMENT)
                .where(PAYMENT.STATEMENT_ID.eq(statementId))
                .fetchSingle(row -> new Progress(row.value1(), row.value2(), row.value3(), row.value4())));
    }

    /** What the matcher said first of a payment; null where it has said nothing. */
    private static Select<Record1<String>> firstVerdict() {
        return select(VERDICT.DECISION)
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(PAYMENT.ID))
                .orderBy(VERDICT.ID)
                .limit(1);
    }

    /** Lets a held statement be applied after all, on somebody's word. */
    @Transactional
    public void release(long statementId, String reason, String actor) {
        sql.insertInto(
                        STATEMENT_RELEASE,
                        STATEMENT_RELEASE.STATEMENT_ID,
                        STATEMENT_RELEASE.REASON,
                        STATEMENT_RELEASE.ACTOR)
                .values(statementId, reason, actor)
                .onConflictDoNothing()
                .execute();
        audit.record(actor, "statement.released", "statement", statementId, reason);
    }

    private @Nullable Long recordStatement(BankStatement statement, BankAccount account, long uploadId) {
        Money difference = statement.difference();
        return sql.insertInto(STATEMENT)
                .set(STATEMENT.BANK_ACCOUNT_ID, account.id())
                .set(STATEMENT.UPLOAD_ID, uploadId)
                .set(STATEMENT.FORMAT, statement.format())
                .set(STATEMENT.KIND, statement.kind().name())
                .set(STATEMENT.REFERENCE, statement.reference())
                .set(STATEMENT.SEQUENCE, statement.sequence())
                .set(STATEMENT.STATEMENT_DATE, statement.date())
                .set(STATEMENT.CURRENCY, account.currency())
                .set(STATEMENT.OPENING_MINOR, minor(statement.opening()))
                .set(STATEMENT.CLOSING_MINOR, minor(statement.closing()))
                .set(STATEMENT.DIFFERENCE_MINOR, minor(difference))
                .set(STATEMENT.CONTENT_KEY, EntryKey.of(statement))
                .onConflictDoNothing()
                .returningResult(STATEMENT.ID)
                .fetchOptional(STATEMENT.ID)
                .orElse(null);
    }

    private long knownStatement(BankStatement statement, BankAccount account) {
        return sql.select(STATEMENT.ID)
                .from(STATEMENT)
                .where(STATEMENT.BANK_ACCOUNT_ID.eq(account.id()))
                .and(STATEMENT.CONTENT_KEY.eq(EntryKey.of(statement)))
                .fetchSingle()
                .value1();
    }

    private int recordEntries(BankStatement statement, BankAccount account, long statementId) {
        EntryKey keys = new EntryKey();
        List<PaymentRecord> rows = statement.entries().stream()
                .filter(entry -> entry.status() == BankEntry.Status.BOOKED)
                .map(entry -> row(entry, keys.of(entry), account, statementId))
                .toList();
        CopyRows staged = new CopyRows(rows.size());
        for (PaymentRecord row : rows) {
            TOLD.forEach(field -> add(staged, row.get(field)));
            staged.end();
        }
        sql.execute("drop table if exists staged_payment");
        sql.execute("create temporary table staged_payment on commit drop as select %s from cash.payment where false"
                .formatted(TOLD_COLUMNS));
        staged.into("staged_payment", sql);
        return sql.execute(
                "insert into cash.payment (%1$s) select %1$s from staged_payment order by line on conflict do nothing"
                        .formatted(TOLD_COLUMNS));
    }

    private static void add(CopyRows rows, @Nullable Object value) {
        if (value instanceof String[] texts) {
            rows.array(List.of(texts));
        } else {
            rows.value(value);
        }
    }

    private static PaymentRecord row(BankEntry entry, String key, BankAccount account, long statementId) {
        PaymentRecord row = new PaymentRecord();
        row.setStatementId(statementId);
        row.setBankAccountId(account.id());
        row.setEntityId(account.entityId());
        row.setEntryKey(key);
        row.setLine(entry.line());
        row.setKind(entry.kind().name());
        row.setCurrency(entry.amount().currency().getCurrencyCode());
        row.setAmountMinor(entry.amount().minor());
        row.setBookingDate(entry.bookingDate());
        row.setValueDate(entry.valueDate());
        row.setPayerName(entry.counterpartyName());
        row.setPayerAccount(entry.counterpartyAccount());
        row.setCreditedAccount(entry.creditedAccount());
        row.setEndToEnd(entry.endToEndReference());
        row.setStructuredRefs(entry.structuredReferences().toArray(String[]::new));
        row.setRemittance(entry.remittanceText());
        row.setBankReference(entry.bankReference());
        row.setChargesMinor(minor(entry.charges()));
        row.setOriginalCurrency(
                entry.original() == null ? null : entry.original().currency().getCurrencyCode());
        row.setOriginalMinor(minor(entry.original()));
        row.setReturnReason(entry.returnReason());
        return row;
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }
}
