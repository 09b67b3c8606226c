package org.quittance.core.portfolio;

import java.util.List;
import org.quittance.core.money.Money;

/**
 * What portfolio rules ask of an account.
 *
 * @param country two capital letters; empty where it is not known
 * @param segment of the customer; empty where it has none
 * @param name of the customer
 * @param open what is open per currency, credits deducted; a currency that is not there has nothing open
 */
public record AccountProfile(String entityCode, String country, String segment, String name, List<Money> open) {

    public AccountProfile {
        open = List.copyOf(open);
    }

    /** In the currency of the amount that it is held against. */
    Money openIn(Money amount) {
        return open.stream()
                .filter(money -> money.currency().equals(amount.currency()))
                .reduce(Money.zero(amount.currency()), Money::plus);
    }
}
