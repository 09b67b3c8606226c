package org.quittance.web.cash;

import java.time.LocalDate;
import java.util.List;
import org.quittance.cash.BankAccounts.BankAccount;
import org.quittance.cash.HandReceipts.Means;
import org.quittance.web.page.Problems;

/** The form by which a payment is accepted before the bank reports it. */
public record HandReceiptView(Typed typed, List<BankAccount> accounts, Problems problems) {

    public HandReceiptView {
        accounts = List.copyOf(accounts);
    }

    /** What was typed so far. */
    public record Typed(
            long bankAccount,
            Means means,
            String amount,
            LocalDate receivedOn,
            String payer,
            String reference,
            String note) {}
}
