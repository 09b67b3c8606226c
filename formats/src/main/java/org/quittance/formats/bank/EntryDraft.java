package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** A movement while its fields are still being collected; {@link #finished} makes the {@link BankEntry}. */
final class EntryDraft {

    /** What banks write where the payer gave no reference. */
    private static final Set<String> NO_REFERENCE =
            Set.of("NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF", "NOTAVAILABLE", "NULL");

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final int MOST_REFERENCES = 1_000;

    private final Field place;
    private final StringBuilder text = new StringBuilder();
    private final List<String> structuredReferences = new ArrayList<>();
    private boolean cut;

    BankEntry.Status status = BankEntry.Status.BOOKED;
    BankEntry.Kind kind = BankEntry.Kind.PAYMENT;

    @Nullable
    LocalDate bookingDate;

    @Nullable
    LocalDate valueDate;

    String bankReference = "";
    String endToEndReference = "";
    String mandateReference = "";
    String batchReference = "";
    String counterpartyName = "";
    String counterpartyAccount = "";

    @Nullable
    Money charges;

    @Nullable
    Money original;

    String transactionCode = "";
    String returnReason = "";
    String creditedAccount = "";

    /** @param place where the movement stands in the file */
    EntryDraft(Field place) {
        this.place = place;
    }

    Field place() {
        return place;
    }

    boolean hasText() {
        return !text.isEmpty();
    }

    boolean hasStructuredReference() {
        return !structuredReferences.isEmpty();
    }

    /** A reference, or nothing where it only says that there is none. */
    static String reference(String written) {
        String reference = written.strip();
        return NO_REFERENCE.contains(reference.toUpperCase(Locale.ROOT)) ? "" : reference;
    }

    /** An account number as other lists hold it: without blanks. */
    static String account(String written) {
        return BLANK.matcher(written).replaceAll("");
    }

    /** Adds a line of free text as the bank wrapped it. */
    void addText(String line) {
        String stripped = line.strip();
        int room = place.log().limits().textCharacters() - text.length() - 1;
        if (stripped.isEmpty()) {
            return;
        }
        if (room < stripped.length()) {
            cut = true;
            stripped = stripped.substring(0, Math.max(0, room));
        }
        if (!stripped.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(stripped);
        }
    }

    void addStructuredReference(String reference) {
        String stripped = limited(reference.strip());
        if (stripped.isEmpty() || structuredReferences.contains(stripped)) {
            return;
        }
        if (structuredReferences.size() < MOST_REFERENCES) {
            structuredReferences.add(stripped);
        } else {
            cut = true;
        }
    }

    /** Takes over what another draft says about the purpose: for a booking that stays whole although it has several details. */
    void addPurposeOf(EntryDraft other) {
        other.text.toString().lines().forEach(this::addText);
        other.structuredReferences.forEach(this::addStructuredReference);
    }

    /** Line formats have no limit of their own for a field. */
    private String limited(String field) {
        int limit = place.log().limits().fieldCharacters();
        cut |= field.length() > limit;
        return field.length() > limit ? field.substring(0, limit) : field;
    }

    BankEntry finished(Money amount, LocalDate dayOfStatement) {
        bankReference = limited(bankReference);
        endToEndReference = limited(endToEndReference);
        mandateReference = limited(mandateReference);
        batchReference = limited(batchReference);
        counterpartyName = limited(counterpartyName);
        counterpartyAccount = limited(counterpartyAccount);
        returnReason = limited(returnReason);
        creditedAccount = limited(creditedAccount);
        if (cut) {
            place.remark(
                    "The text of this movement is longer than any payment carries; its end is left out",
                    "Look at the bank's own display of the movement");
        }
        LocalDate booked = bookingDate != null ? bookingDate : valueDate != null ? valueDate : dayOfStatement;
        return new BankEntry(
                place.line(),
                status,
                kind,
                amount,
                booked,
                valueDate != null ? valueDate : booked,
                bankReference,
                endToEndReference,
                mandateReference,
                batchReference,
                counterpartyName,
                counterpartyAccount,
                structuredReferences,
                text.toString(),
                charges,
                original,
                transactionCode,
                returnReason,
                creditedAccount);
    }
}
