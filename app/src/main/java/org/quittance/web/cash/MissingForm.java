package org.quittance.web.cash;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.web.page.Typed;

/**
 * What a person says of that part of an item which a payment does not pay, as typed.
 *
 * @param choice the name of a kind of {@link #GIVEN_UP} or of a {@link DeductionReason}; empty where it just stays open
 * @param amount how much; empty for all that is missing
 * @param words in the person's own words
 */
public record MissingForm(String choice, String amount, String words) {

    /** The kinds that a person can choose; an exchange difference is known from the bank's line alone. */
    public static final List<Difference.Kind> GIVEN_UP =
            List.of(Difference.Kind.CASH_DISCOUNT, Difference.Kind.BANK_CHARGE, Difference.Kind.SMALL_DIFFERENCE);

    static final MissingForm NOTHING_SAID = new MissingForm("", "", "");

    public MissingForm {
        choice = choice.strip();
        amount = amount.strip();
        words = words.strip();
    }

    static MissingForm of(Difference.Kind kind) {
        return new MissingForm(kind.name(), "", "");
    }

    boolean isUnreadable(Currency currency) {
        return !amount.isEmpty()
                && Typed.amount(amount, currency).filter(Money::isPositive).isEmpty();
    }

    /**
     * The difference of an item of which so much stays open; empty where the person has chosen nothing, or nothing is missing. What was typed
     * is readable.
     */
    Optional<Difference> difference(ItemId item, Money missing) {
        long minor = amount.isEmpty()
                ? missing.minor()
                : Typed.amount(amount, missing.currency()).map(Money::minor).orElseThrow();
        return minor <= 0 ? Optional.empty() : kind().map(kind -> new Difference(item, kind, minor, words, reason()));
    }

    private Optional<Difference.Kind> kind() {
        return reason() != null
                ? Optional.of(Difference.Kind.DEDUCTION)
                : GIVEN_UP.stream().filter(kind -> kind.name().equals(choice)).findFirst();
    }

    private @Nullable DeductionReason reason() {
        return Arrays.stream(DeductionReason.values())
                .filter(reason -> reason.name().equals(choice))
                .findFirst()
                .orElse(null);
    }
}
