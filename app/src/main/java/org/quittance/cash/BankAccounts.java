package org.quittance.cash;

import static org.quittance.db.cash.Tables.BANK_ACCOUNT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.db.cash.tables.records.BankAccountRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company's own accounts at its banks: whose statements are taken in. */
@Service
public class BankAccounts {

    private final DSLContext sql;
    private final AuditTrail audit;

    BankAccounts(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * An account at a bank.
     *
     * @param account the IBAN or account number as the bank's statements name it, without blanks
     * @param currency ISO 4217
     */
    public record BankAccount(long id, long entityId, String account, String currency, String name) {}

    @Transactional(readOnly = true)
    public List<BankAccount> all() {
        return sql.selectFrom(BANK_ACCOUNT)
                .orderBy(BANK_ACCOUNT.NAME, BANK_ACCOUNT.ID)
                .fetch(BankAccounts::account);
    }

    /** The account as a statement names it: blanks and case do not matter. */
    @Transactional(readOnly = true)
    public Optional<BankAccount> byAccount(String account) {
        return sql.fetchOptional(BANK_ACCOUNT, BANK_ACCOUNT.ACCOUNT.eq(key(account)))
                .map(BankAccounts::account);
    }

    @Transactional
    public BankAccount add(long entityId, String account, String currency, String name, String actor) {
        BankAccountRecord row = sql.insertInto(BANK_ACCOUNT)
                .set(BANK_ACCOUNT.ENTITY_ID, entityId)
                .set(BANK_ACCOUNT.ACCOUNT, key(account))
                .set(BANK_ACCOUNT.CURRENCY, currency)
                .set(BANK_ACCOUNT.NAME, name)
                .returning()
                .fetchSingle();
        audit.record(actor, "bank-account.added", "bank account", row.getId(), key(account));
        return account(row);
    }

    private static String key(String account) {
        return account.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    private static BankAccount account(BankAccountRecord row) {
        return new BankAccount(row.getId(), row.getEntityId(), row.getAccount(), row.getCurrency(), row.getName());
    }
}
