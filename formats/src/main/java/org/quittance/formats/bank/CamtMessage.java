package org.quittance.formats.bank;

import org.jspecify.annotations.Nullable;

/** The three messages of ISO 20022 by which a bank reports on an account. */
enum CamtMessage {
    REPORT("camt.052", "BkToCstmrAcctRpt", "Rpt", BankStatement.Kind.INTRADAY),
    STATEMENT("camt.053", "BkToCstmrStmt", "Stmt", BankStatement.Kind.STATEMENT),
    NOTIFICATION("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn", BankStatement.Kind.NOTIFICATION);

    private final String format;
    private final String element;
    private final String part;
    private final BankStatement.Kind kind;

    CamtMessage(String format, String element, String part, BankStatement.Kind kind) {
        this.format = format;
        this.element = element;
        this.part = part;
        this.kind = kind;
    }

    /** The message that this element holds; null where it holds none. Version 1 has its number in the name of the element. */
    static @Nullable CamtMessage of(String elementName) {
        for (CamtMessage message : values()) {
            if (elementName.equals(message.element) || elementName.equals(message.element + "V01")) {
                return message;
            }
        }
        return null;
    }

    String format() {
        return format;
    }

    /** The element that holds one statement. */
    String part() {
        return part;
    }

    BankStatement.Kind kind() {
        return kind;
    }
}
