package org.quittance.cash;

import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.STATEMENT_RELEASE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.BankAccounts.BankAccount;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes bank statements in: every line once, whatever file it comes in, and nothing from a statement that does not close. */
@Service
public class StatementBook {

    /** What a statement tells of a payment; the rest the database gives. */
    private static final List<Field<?>> TOLD = Arrays.stream(PAYMENT.fields())
            .filter(field -> !field.equals(PAYMENT.ID) && !field.equals(PAYMENT.RECORDED_AT))
            .toList();

    private final DSLContext sql;
    private final BankAccounts accounts;
    private final AuditTrail audit;

    StatementBook(DSLContext sql, BankAccounts accounts, AuditTrail audit) {
        this.sql = sql;
        this.accounts = accounts;
        this.audit = audit;
    }

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
        int added = 0;
        for (int from = 0; from < rows.size(); from += 1_000) {
            added += sql.insertInto(PAYMENT)
                    .columns(TOLD)
                    .valuesOfRecords(rows.subList(from, Math.min(rows.size(), from + 1_000)).stream()
                            .map(row -> row.into(TOLD.toArray(Field<?>[]::new)))
                            .toList())
                    .onConflictDoNothing()
                    .execute();
        }
        return added;
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
