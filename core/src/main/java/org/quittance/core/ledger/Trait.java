package org.quittance.core.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who a customer is before the law: a company, or somebody whom laws on debt collection protect as a person.
 *
 * <p>Example: {@code Trait.read("sole trader")} is {@link #SOLE_TRADER}. It is kept from a day on; of a customer of whom none is kept, the
 * contact policy tells by the segment.
 */
public enum Trait {
    COMPANY("Company", "corporation|business|legal person"),
    CONSUMER("Consumer", "private person|individual|person"),
    SOLE_TRADER("Sole trader", "sole proprietor|freelancer"),
    GUARANTOR("Personal guarantor", "guarantor|surety");

    private final String label;
    /** Parted by bars. */
    private final String otherWords;

    Trait(String label, String otherWords) {
        this.label = label;
        this.otherWords = otherWords;
    }

    public String label() {
        return label;
    }

    /** Whether laws that protect persons can bind towards such a customer. */
    public boolean isPerson() {
        return switch (this) {
            case COMPANY -> false;
            case CONSUMER, SOLE_TRADER, GUARANTOR -> true;
        };
    }

    /** A trait as a list calls it, in whatever case; empty where the word is none of ours. */
    public static Optional<Trait> read(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(values())
                .filter(trait -> trait.label.toLowerCase(Locale.ROOT).equals(word)
                        || List.of(trait.otherWords.split("\\|", -1)).contains(word))
                .findFirst();
    }
}
