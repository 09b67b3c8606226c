package org.quittance.formats.extract;

/** One line of an extract that was read whole. */
public sealed interface ExtractLine permits ItemLine, CustomerLine, PaymentLine, AdviceLine, SettlementLine {

    /** Where it stands in the file, counted from 1 as an editor counts. */
    long line();
}
