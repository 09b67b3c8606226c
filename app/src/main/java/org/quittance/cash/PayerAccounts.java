package org.quittance.cash;

import static org.quittance.db.cash.Tables.PAYER_ACCOUNT;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Bank accounts from which somebody's money has come before: a strong hint at who pays. */
@Service
public class PayerAccounts {

    private final DSLContext sql;

    PayerAccounts(DSLContext sql) {
        this.sql = sql;
    }

    /** Money from the bank account has been for the account. */
    public record Known(String payerAccount, long accountId) {}

    /** Remembers accounts in a list; what is known already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void learn(List<Known> known, String actor) {
        sql.batch(known.stream()
                        .map(one -> sql.insertInto(
                                        PAYER_ACCOUNT,
                                        PAYER_ACCOUNT.PAYER_ACCOUNT_,
                                        PAYER_ACCOUNT.ACCOUNT_ID,
                                        PAYER_ACCOUNT.ACTOR)
                                .values(one.payerAccount(), one.accountId(), actor)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }
}
