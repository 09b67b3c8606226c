package org.quittance.core.cash;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quittance.core.ledger.ItemId;

/**
 * A letter of ours that a payment quotes by its reference, with what it asked for.
 *
 * <p>Example: the reminder of 3 March 2026 listed five items under {@code RF42QL7000020417}; a payment that quotes it names those five.
 *
 * <p>Invariant: at least one item.
 *
 * @param reference as the letter has it, without blanks ({@link org.quittance.core.reference.LetterReference})
 * @param date the day on the letter
 * @param askedMinor what it listed under the reference, open or paid since, with what it said to be open, or asked for where that was less; in
 *     minor units of the item's currency
 * @param beside credits that it listed and did not take off: whoever pays it may take them off
 * @param plan the number of the repayment plan that it is about, which is paid in parts; empty for a letter that is paid at once
 */
public record QuotedLetter(
        String reference, LocalDate date, Map<ItemId, Long> askedMinor, Set<ItemId> beside, String plan) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public QuotedLetter {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(plan, "plan");
        askedMinor = Map.copyOf(askedMinor);
        beside = Set.copyOf(beside);
        if (reference.isBlank() || askedMinor.isEmpty()) {
            throw new IllegalArgumentException("the letter of %s has a reference, and lists items".formatted(date));
        }
    }

    /** How many items it listed. */
    int items() {
        return askedMinor.size();
    }

    /** What the letter asked for of one of its items. */
    long askedOf(ItemId item) {
        Long asked = askedMinor.get(item);
        if (asked == null) {
            throw new IllegalArgumentException("the letter %s does not list %s".formatted(reference, item));
        }
        return asked;
    }

    boolean isPlan() {
        return !plan.isEmpty();
    }

    /** {@code RF42QL7000020417 of the letter of 3 March 2026: 5 items, 4 of them still open}. */
    String sentence(int open) {
        return "%s of the %s of %s: %s%s"
                .formatted(
                        isPlan() ? "%s (%s)".formatted(plan, reference) : reference,
                        isPlan() ? "repayment plan" : "letter",
                        DAY.format(date),
                        items() == 1 ? "1 item" : items() + " items",
                        still(open));
    }

    private String still(int open) {
        if (open == items()) {
            return "";
        }
        if (items() == 1) {
            return ", no longer open";
        }
        return open == 0 ? ", none of them still open" : ", %d of them still open".formatted(open);
    }
}
