package org.quittance.core.reference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quittance.core.money.Money;
import org.quittance.core.reference.StructuredReference.Scheme;

/**
 * What a banking app reads off a letter to fill in a SEPA credit transfer, or why there is nothing to read.
 *
 * <p>Example: 7,270.00 EUR to a Dutch account is the eleven lines {@code BCD}, {@code 002}, {@code 1}, {@code SCT}, BIC, name, IBAN,
 * {@code EUR7270.00}, an empty purpose, the creditor reference and no text.
 *
 * <p>Source: EPC069-12, version 2.1, data elements and their lengths. Invariant: at most 331 bytes, which with error level M is a code of
 * version 13 or less.
 */
public sealed interface EpcCode {

    /**
     * The lines of the code.
     *
     * @param payload in UTF-8, lines parted by a line feed, none behind the last
     */
    record Payable(String payload) implements EpcCode {}

    /** No code can be drawn. */
    record Impossible(Obstacle obstacle) implements EpcCode {}

    /** Why there is no code, in the order of the checks. */
    enum Obstacle {
        NOT_IN_EURO,
        AMOUNT_OUT_OF_RANGE,
        NO_IBAN,
        NO_SEPA_ACCOUNT,
        NAME_MISSING_OR_TOO_LONG,
        REFERENCE_OF_ANOTHER_SCHEME,
        TOO_LONG
    }

    /**
     * A payment that the letter asks for.
     *
     * @param holder the name on the account
     * @param iban with or without blanks
     * @param bic left out of the code where it is none: within the area no transfer needs it
     */
    record Order(String holder, String iban, String bic, Money amount, StructuredReference reference) {}

    /** Characters of the name, as the guideline has it. */
    int LONGEST_NAME = 70;

    /** Bytes of the whole, as the guideline has it. */
    int MOST_BYTES = 331;

    /** The largest SEPA credit transfer, 999,999,999.99 EUR. */
    long LARGEST_MINOR = 99_999_999_999L;

    /** ISO 9362: eight or eleven characters. */
    Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    /** The code of a payment. */
    static EpcCode of(Order order) {
        if (!order.amount().currency().getCurrencyCode().equals("EUR")) {
            return new Impossible(Obstacle.NOT_IN_EURO);
        }
        if (!order.amount().isPositive() || order.amount().minor() > LARGEST_MINOR) {
            return new Impossible(Obstacle.AMOUNT_OUT_OF_RANGE);
        }
        Optional<Iban> iban = Iban.parse(order.iban());
        if (iban.isEmpty()) {
            return new Impossible(Obstacle.NO_IBAN);
        }
        if (!iban.get().takesSepaTransfers()) {
            return new Impossible(Obstacle.NO_SEPA_ACCOUNT);
        }
        String name = order.holder().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return new Impossible(Obstacle.NAME_MISSING_OR_TOO_LONG);
        }
        return switch (order.reference().scheme()) {
            case RF, OGM -> ofLines(order, iban.get(), name);
            case QRR, VIITE, KID, OCR -> new Impossible(Obstacle.REFERENCE_OF_ANOTHER_SCHEME);
        };
    }

    /** The structured line is for ISO 11649 alone; a Belgian reference is text, in the form that banks there recognise. */
    private static EpcCode ofLines(Order order, Iban iban, String name) {
        boolean isCreditorReference = order.reference().scheme() == Scheme.RF;
        List<String> lines = List.of(
                "BCD",
                "002",
                "1",
                "SCT",
                BIC.matcher(order.bic()).matches() ? order.bic() : "",
                name,
                iban.value(),
                "EUR" + order.amount().toDecimal().toPlainString(),
                "",
                isCreditorReference ? order.reference().value() : "",
                isCreditorReference ? "" : order.reference().printed());
        String payload = String.join("\n", lines).stripTrailing();
        return payload.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                ? new Impossible(Obstacle.TOO_LONG)
                : new Payable(payload);
    }
}
