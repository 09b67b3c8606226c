package org.quittance.web.customers;

import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param portfolio who works the account
 */
public record AccountForm(long account, String termsDays, String limit, long portfolio) {

    private static final int LONGEST_TERMS = 3650;

    public AccountForm(
            @Nullable Long account, @Nullable String termsDays, @Nullable String limit, @Nullable Long portfolio) {
        this(
                account == null ? 0 : account,
                Typed.text(termsDays),
                Typed.text(limit),
                portfolio == null ? 0 : portfolio);
    }

    Problems problems(CustomerView.Account account) {
        Problems problems = Problems.none();
        if (!termsDays.matches("\\d{1,4}") || Integer.parseInt(termsDays) > LONGEST_TERMS) {
            problems = problems.and(field("terms"), "Give the days from invoice to due date, 0 to 3650.");
        }
        return limit.isEmpty() || amount(account).isPresent()
                ? problems
                : problems.and(
                        field("limit"),
                        "%s is not an amount of %s. Leave it empty for no limit."
                                .formatted(limit, account.entityCurrency()));
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
