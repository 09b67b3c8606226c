package org.quittance.web.customers;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

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
                termsDays == null ? "" : termsDays.strip(),
                limit == null ? "" : limit.strip(),
                portfolio == null ? 0 : portfolio);
    }

    Problems problems(CustomerView.Account account) {
        Problems problems = Problems.none();
        if (!termsDays.matches("\\d{1,4}") || Integer.parseInt(termsDays) > LONGEST_TERMS) {
            problems = problems.and(field("terms"), "Give the days from invoice to due date, 0 to 3650.");
        }
        return limit.isEmpty() || amount(account) != null
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
        Money amount = amount(account);
        return amount == null ? null : amount.minor();
    }

    private @Nullable Money amount(CustomerView.Account account) {
        try {
            Money amount =
                    Money.of(new BigDecimal(limit.replace(",", "")), Currency.getInstance(account.entityCurrency()));
            return amount.isNegative() ? null : amount;
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** The field of this account among those of the customer's others. */
    private String field(String name) {
        return name + account;
    }
}
