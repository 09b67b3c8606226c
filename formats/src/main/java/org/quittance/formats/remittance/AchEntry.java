package org.quittance.formats.remittance;

import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * An entry of an ACH file that came back: a debit that the payer's bank returned, or the notice that something about the payer's account has
 * changed.
 *
 * <p>Example: {@code R01} is a debit returned for insufficient funds, {@code C01} the notice of a corrected account number.
 *
 * @param line where its record 6 stands in the file, counted from 1
 * @param code the return reason or change code
 * @param amount what came back; zero in a notice of change
 * @param name the payer, as far as the entry's 22 places hold it
 * @param individualId the number under which the payer was drawn on
 * @param trace of this entry
 * @param originalTrace of the entry that came back
 * @param told what a notice of change corrects it to, or what the bank says beside a return; may be empty
 * @param effectiveOn the effective entry date of the batch, else the day on which the file was made
 */
public record AchEntry(
        long line,
        Kind kind,
        String code,
        Money amount,
        String name,
        String individualId,
        String trace,
        String originalTrace,
        String told,
        LocalDate effectiveOn) {

    /** What came back. */
    public enum Kind {
        /** A debit: money that had been received is gone again. */
        RETURN,
        /** Nothing but information: to be applied before the next debit. */
        CHANGE
    }

    public AchEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(effectiveOn, "effectiveOn");
    }

    /** The code with its words: {@code R01 Insufficient funds}. */
    public String reason() {
        return AchCodes.withWords(code);
    }
}
