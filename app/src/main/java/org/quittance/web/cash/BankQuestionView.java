package org.quittance.web.cash;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.quittance.cash.BankAddresses.Bank;
import org.quittance.cash.BankAddresses.KeptAccount;
import org.quittance.cash.PaymentView;
import org.quittance.correspondence.letter.BankQuestion;
import org.quittance.web.page.Problems;

/**
 * How a bank is asked who the payer of a line is.
 *
 * @param bank as it is kept, or as it was typed; empty fields where nobody has entered it yet
 * @param question the letter as it would be printed
 */
public record BankQuestionView(
        PaymentView view, KeptAccount account, Bank bank, BankQuestion question, Problems problems) {

    public String path() {
        return "/cash/payments/" + view.line().id() + "/bank";
    }

    public boolean isKept() {
        return account.bank() != null;
    }

    /** Opens the letter as a draft in the reader's own mail programme; nothing is sent from here. */
    public String mailto() {
        return "mailto:%s?subject=%s&body=%s".formatted(bank.email(), part(question.subject()), part(question.text()));
    }

    private static String part(String text) {
        return URLEncoder.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
