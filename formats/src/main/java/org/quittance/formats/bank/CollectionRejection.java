package org.quittance.formats.bank;

import java.util.Objects;

/**
 * A direct debit, or a whole collection of them, that the bank has refused before it was booked: it is not in the sum.
 *
 * @param line where it stands in the file
 * @param message the file that ordered it ({@code OrgnlMsgId})
 * @param collection the collection in it ({@code OrgnlPmtInfId}); empty where all collections of the message are meant
 * @param endToEnd the debit; empty where all of them are meant
 * @param code why, as the bank's code: {@code AC04} is a closed account; empty where it does not say
 */
public record CollectionRejection(long line, String message, String collection, String endToEnd, String code) {

    public CollectionRejection {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(endToEnd, "endToEnd");
        Objects.requireNonNull(code, "code");
    }
}
