package org.quittance.core.cash;

import java.util.List;
import java.util.Objects;
import org.quittance.core.ledger.AccountId;

/**
 * What earlier payments and the customer's master data tell about who pays.
 *
 * @param account where on-account cash of this payer goes
 * @param names the customer's names, and those under which it has paid before
 * @param bankAccounts the accounts from which it has paid before
 * @param virtualAccounts account numbers at the company's bank that are the customer's alone: what is sent to them is for it
 * @param paysFor numbers of other customers whose items it pays: subsidiaries, members of a buying group
 */
public record KnownPayer(
        AccountId account,
        String customerNumber,
        List<String> names,
        List<String> bankAccounts,
        List<String> virtualAccounts,
        List<String> paysFor) {

    public KnownPayer {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(customerNumber, "customerNumber");
        names = List.copyOf(names);
        bankAccounts = List.copyOf(bankAccounts);
        virtualAccounts = List.copyOf(virtualAccounts);
        paysFor = List.copyOf(paysFor);
    }

    /** One that pays for itself alone. */
    public KnownPayer(AccountId account, String customerNumber, List<String> names, List<String> bankAccounts) {
        this(account, customerNumber, names, bankAccounts, List.of(), List.of());
    }
}
