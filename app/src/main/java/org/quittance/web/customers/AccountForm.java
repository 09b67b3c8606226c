package org.quittance.web.customers;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.money.Money;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * What the form for an account sends.
 *
 * @param account which of the customer's accounts
 * @param termsDays days from invoice to due date of what is billed from now on, as typed
 * @param limit the credit limit in the entity's currency, as typed; empty for none
 * @param discountPercent the cash discount in per cent, as typed; empty for none
 * @param discountDays within how many days after the invoice it may be taken, as typed
 * @param virtualAccount the account number at the company's bank that only this customer pays to, as typed
 */
public record AccountForm(
        long account,
        String termsDays,
        String limit,
        String discountPercent,
        String discountDays,
        String virtualAccount) {

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final int LONGEST_TERMS = 3650;

    public AccountForm {
        virtualAccount = BLANK.matcher(virtualAccount).replaceAll("").toUpperCase(Locale.ROOT);
    }

    public AccountForm(
            @Nullable Long account,
            @Nullable String termsDays,
            @Nullable String limit,
            @Nullable String discountPercent,
            @Nullable String discountDays,
            @Nullable String virtualAccount) {
        this(
                account == null ? 0 : account,
                Typed.text(termsDays),
                Typed.text(limit),
                Typed.text(discountPercent),
                Typed.text(discountDays),
                Typed.text(virtualAccount));
    }

    Problems problems(CustomerView.Account account) {
        Problems problems = Problems.none();
        if (!termsDays.matches("\\d{1,4}") || Integer.parseInt(termsDays) > LONGEST_TERMS) {
            problems = problems.and(field("terms"), "Give the days from invoice to due date, 0 to 3650.");
        }
        if (!limit.isEmpty() && amount(account).isEmpty()) {
            problems = problems.and(
                    field("limit"),
                    "%s is not an amount of %s. Leave it empty for no limit."
                            .formatted(limit, account.entityCurrency()));
        }
        if (grantsDiscount() && discount() == null) {
            problems = problems.and(
                    field("discount"),
                    "Give a percentage of up to two decimals under 100, and the days from 0 to 999; or leave both empty.");
        }
        return virtualAccount.isEmpty() || virtualAccount.matches("[0-9A-Z]{8,34}")
                ? problems
                : problems.and(field("virtual"), "An account number has 8 to 34 digits and letters.");
    }

    private boolean grantsDiscount() {
        return !discountPercent.isEmpty() || !discountDays.isEmpty();
    }

    /** Null for none, and where what was typed is none. */
    @Nullable
    CashDiscount discount() {
        if (!discountPercent.matches("\\d{1,2}([.,]\\d{1,2})?") || !discountDays.matches("\\d{1,3}")) {
            return null;
        }
        int basisPoints = new BigDecimal(discountPercent.replace(',', '.'))
                .movePointRight(2)
                .intValueExact();
        return basisPoints == 0 ? null : new CashDiscount(basisPoints, Integer.parseInt(discountDays));
    }

    int terms() {
        return Integer.parseInt(termsDays);
    }

    /** Null for no limit. */
    @Nullable
    Long limitMinor(CustomerView.Account account) {
        return amount(account).map(Money::minor).orElse(null);
    }

    private Optional<Money> amount(CustomerView.Account account) {
        return Typed.amount(limit, Currency.getInstance(account.entityCurrency()))
                .filter(money -> !money.isNegative());
    }

    /** The field of this account among those of the customer's others. */
    private String field(String name) {
        return name + account;
    }
}
