package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.core.reference.StructuredReference;

/**
 * One bank account that a letter names, with what is to be paid into it.
 *
 * <p>Example: a notice about two accounts of one legal entity has one slip, with the items of both under one reference.
 *
 * @param payTo a known account
 * @param reference what the payer is asked to quote for these items; null where the letter has none of its own
 */
public record PaymentSlip(
        PaymentDetails payTo,
        List<Section> sections,
        @Nullable StructuredReference reference) {

    public PaymentSlip {
        requireNonNull(payTo, "payTo");
        sections = List.copyOf(sections);
    }

    public Stream<OpenItem> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** Credits that the letter lists and does not take off. */
    public Stream<OpenItem> beside() {
        return sections.stream().flatMap(section -> section.beside().stream());
    }

    /** The numbers of the accounts, as the customer knows them. */
    List<String> accounts() {
        return sections.stream().map(Section::account).distinct().toList();
    }

    /** What is open per currency, credits taken off, in the order of the currency codes. */
    List<Money> totals() {
        TreeMap<String, Money> totals = new TreeMap<>();
        for (Section section : sections) {
            totals.merge(section.currency().getCurrencyCode(), section.total(), Money::plus);
        }
        return List.copyOf(totals.values());
    }

    /** Whether there is something to pay, and in no currency something to be had back. */
    boolean isOwed() {
        return totals().stream().allMatch(Money::isPositive);
    }
}
