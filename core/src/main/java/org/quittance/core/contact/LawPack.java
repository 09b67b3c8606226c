package org.quittance.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the law of a country says about contacting somebody who owes: data, valid from a day on, with its source.
 *
 * <p>A pack binds for private persons, sole traders and guarantors; a policy can have it observed for every customer of the country. The
 * rules here are no legal advice: whoever uses them has them checked.
 *
 * @param code stays when the name changes
 * @param source the paragraph, and where it is published
 * @param country two letters (ISO 3166)
 * @param effectiveUntil the last day; none while it is in force
 * @param hours at the customer's place, for calls and for whatever is written
 * @param calls placed about one debt
 * @param daysAfterConversation for how many days there is no call about a debt after a conversation about it, whoever called; the day of
 *     the conversation is the first
 */
public record LawPack(
        String code,
        String name,
        String source,
        String country,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Hours hours,
        Limit calls,
        int daysAfterConversation) {

    /**
     * Regulation F of the United States, 12 CFR part 1006, which carries out the Fair Debt Collection Practices Act: § 1006.6(b)(1), before
     * 08:00 and after 21:00 at the consumer's location is inconvenient, for calls and for electronic messages (comments 6(b)(1)-1 and -2);
     * § 1006.14(b)(2)(i), more than seven calls within seven consecutive days about a particular debt, or a call within seven days after a
     * conversation about it, is presumed to harass; in force since 30 November 2021 (86 FR 48918). It is written for agencies that
     * collect from consumers. Calls that the consumer has consented to, which § 1006.14(b)(3) leaves out, are counted here: stricter than
     * the law, never laxer.
     */
    public static final LawPack US_REGULATION_F = new LawPack(
            "us-reg-f",
            "Regulation F",
            "12 CFR 1006.6(b)(1) and 1006.14(b)(2), ecfr.gov",
            "US",
            LocalDate.of(2021, 11, 30),
            null,
            Hours.of("08:00", "21:00"),
            new Limit(7, 7),
            7);

    /** The packs that come with the product. */
    public static final List<LawPack> ALL = List.of(US_REGULATION_F);

    public LawPack {
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        if (code.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("A law pack has a code and names its source");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }
}
