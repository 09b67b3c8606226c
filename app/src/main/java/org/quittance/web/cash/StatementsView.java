package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.CashReader;

/** The statements, and the money that went out, came back or was taken back by the bank. */
public record StatementsView(List<CashReader.StatementLine> statements, List<CashReader.PaymentLine> outgoing) {

    public StatementsView {
        statements = List.copyOf(statements);
        outgoing = List.copyOf(outgoing);
    }
}
