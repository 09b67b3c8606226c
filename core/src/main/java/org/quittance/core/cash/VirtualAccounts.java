package org.quittance.core.cash;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.cash.Reading.Window;

/** Tells whose virtual account a payment was sent to: as the bank names it, or the payer in the text. */
final class VirtualAccounts {

    private static final int LEAST = 8;
    private static final int LEAST_IBAN = 15;

    /** An IBAN as people write it, in groups of four or in one run; the words behind it may look like more of it. */
    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?:\\s?[A-Z0-9]{1,4}){3,9}\\b");

    private static final Pattern BLANK = Pattern.compile("\\s");

    private VirtualAccounts() {}

    /** The customer whose account it is, or {@link CandidateIndex#UNKNOWN}. */
    static int payer(Payment payment, Reading reading, CandidateIndex index) {
        int told = index.customerOfVirtualAccount(payment.creditedAccount());
        if (told >= 0 || !index.hasVirtualAccounts()) {
            return told;
        }
        int iban = byIban(payment.remittanceText().toUpperCase(Locale.ROOT), index);
        return iban >= 0 ? iban : byNumber(reading, index);
    }

    private static int byIban(String text, CandidateIndex index) {
        Matcher found = IBAN.matcher(text);
        while (found.find()) {
            String written = BLANK.matcher(found.group()).replaceAll("");
            for (int length = written.length(); length >= LEAST_IBAN; length--) {
                int customer = index.customerOfVirtualAccount(written.substring(0, length));
                if (customer >= 0) {
                    return customer;
                }
            }
        }
        return CandidateIndex.UNKNOWN;
    }

    private static int byNumber(Reading reading, CandidateIndex index) {
        for (int run = 0; run < reading.runs(); run++) {
            for (Window window : reading.windowsFrom(run)) {
                if (window.length() >= LEAST && reading.standsAlone(window)) {
                    int customer = index.customerOfVirtualAccount(
                            new String(reading.compact, window.compactFrom(), window.length()));
                    if (customer >= 0) {
                        return customer;
                    }
                }
            }
        }
        return CandidateIndex.UNKNOWN;
    }
}
