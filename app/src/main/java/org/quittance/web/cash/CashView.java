package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.CashReader;

/** Cash at a glance: where the money stands, what a person has to do, what lies on account, which statements came. */
public record CashView(
        List<CashReader.Certificate> certificates,
        List<CashReader.PaymentLine> queue,
        List<CashReader.PaymentLine> onAccount,
        List<CashReader.PaymentLine> outgoing,
        List<CashReader.StatementLine> statements) {

    public CashView {
        certificates = List.copyOf(certificates);
        queue = List.copyOf(queue);
        onAccount = List.copyOf(onAccount);
        outgoing = List.copyOf(outgoing);
        statements = List.copyOf(statements);
    }
}
