package org.quittance.cash;

import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.BANK_ADDRESS;
import static org.quittance.db.cash.Tables.PAYMENT;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the banks of our accounts are asked about their lines. */
@Service
public class BankAddresses {

    private final DSLContext sql;
    private final AuditTrail audit;

    BankAddresses(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * A bank as letters are addressed to it.
     *
     * @param address lines as printed, without the name
     * @param country ISO 3166-1 alpha-2; empty where it is not known
     * @param language ISO 639-1, one of those that letters are written in
     * @param email empty where there is none
     */
    public record Bank(String name, String address, String country, String language, String email) {}

    /**
     * One of our bank accounts, with the bank that keeps it.
     *
     * @param bank null where nobody has entered it
     */
    public record KeptAccount(
            long bankAccountId,
            long entityId,
            String account,
            String name,
            @Nullable Bank bank) {}

    /** The account on which a payment was booked. */
    @Transactional(readOnly = true)
    public Optional<KeptAccount> ofPayment(long paymentId) {
        return sql.select(
                        BANK_ACCOUNT.ID,
                        BANK_ACCOUNT.ENTITY_ID,
                        BANK_ACCOUNT.ACCOUNT,
                        BANK_ACCOUNT.NAME,
                        BANK_ADDRESS.NAME,
                        BANK_ADDRESS.ADDRESS,
                        BANK_ADDRESS.COUNTRY,
                        BANK_ADDRESS.LANGUAGE,
                        BANK_ADDRESS.EMAIL)
                .from(PAYMENT)
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(PAYMENT.BANK_ACCOUNT_ID))
                .leftJoin(BANK_ADDRESS)
                .on(BANK_ADDRESS.BANK_ACCOUNT_ID.eq(BANK_ACCOUNT.ID))
                .where(PAYMENT.ID.eq(paymentId))
                .fetchOptional(row -> new KeptAccount(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5() == null
                                ? null
                                : new Bank(row.value5(), row.value6(), row.value7(), row.value8(), row.value9())));
    }

    /** Says, or says anew, where the bank of an account is asked. */
    @Transactional
    public void set(long bankAccountId, Bank bank, Viewer viewer) {
        sql.insertInto(BANK_ADDRESS)
                .set(BANK_ADDRESS.BANK_ACCOUNT_ID, bankAccountId)
                .set(BANK_ADDRESS.NAME, bank.name())
                .set(BANK_ADDRESS.ADDRESS, bank.address())
                .set(BANK_ADDRESS.COUNTRY, bank.country())
                .set(BANK_ADDRESS.LANGUAGE, bank.language())
                .set(BANK_ADDRESS.EMAIL, bank.email())
                .set(BANK_ADDRESS.ACTOR, viewer.login())
                .onConflict(BANK_ADDRESS.BANK_ACCOUNT_ID)
                .doUpdate()
                .set(BANK_ADDRESS.NAME, bank.name())
                .set(BANK_ADDRESS.ADDRESS, bank.address())
                .set(BANK_ADDRESS.COUNTRY, bank.country())
                .set(BANK_ADDRESS.LANGUAGE, bank.language())
                .set(BANK_ADDRESS.EMAIL, bank.email())
                .set(BANK_ADDRESS.ACTOR, viewer.login())
                .execute();
        audit.record(viewer.login(), "bank-address.set", "bank account", bankAccountId, bank.toString());
    }
}
