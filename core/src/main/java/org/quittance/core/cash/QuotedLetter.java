package org.quittance.core.cash;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.quittance.core.ledger.ItemId;

/**
 * A letter of ours that a payment quotes by its reference, with what it asked for.
 *
 * <p>Example: the reminder of 3 March 2026 listed five items under {@code RF42QL7000020417}; a payment that quotes it names those five.
 *
 * <p>Invariant: at least one item, none twice.
 *
 * @param reference as the letter has it, without blanks ({@link org.quittance.core.reference.LetterReference})
 * @param date the day on the letter
 * @param lines what it listed under the reference, open or paid since
 */
public record QuotedLetter(String reference, LocalDate date, List<Line> lines) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /**
     * One item of the letter.
     *
     * @param askedMinor what the letter said to be open, or asked for where that was less; in minor units of the item's currency
     */
    public record Line(ItemId item, long askedMinor) {

        public Line {
            Objects.requireNonNull(item, "item");
        }
    }

    public QuotedLetter {
        Objects.requireNonNull(date, "date");
        lines = List.copyOf(lines);
        if (reference.isBlank() || lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "the letter of %s is quoted by a reference, and lists items".formatted(date));
        }
        if (lines.stream().map(Line::item).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("the letter %s lists an item twice".formatted(reference));
        }
    }

    /** What the letter asked for of one of its items. */
    long askedOf(ItemId item) {
        return lines.stream()
                .filter(line -> line.item().equals(item))
                .mapToLong(Line::askedMinor)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the letter %s does not list %s".formatted(reference, item)));
    }

    /** {@code RF42QL7000020417 of the letter of 3 March 2026: 5 items, 4 of them still open}. */
    String sentence(long open) {
        return "%s of the letter of %s: %s%s"
                .formatted(
                        reference,
                        DAY.format(date),
                        lines.size() == 1 ? "1 item" : lines.size() + " items",
                        still(open));
    }

    private String still(long open) {
        if (open == lines.size()) {
            return "";
        }
        if (lines.size() == 1) {
            return ", no longer open";
        }
        return open == 0 ? ", none of them still open" : ", %d of them still open".formatted(open);
    }
}
