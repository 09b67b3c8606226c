package org.quittance.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.LetterWay;

/**
 * A customer with the accounts that the viewer may see.
 *
 * @param state two letters; empty where it is not known or does not matter
 * @param letters how it wants to get them
 * @param parent the customer that owns this one; null at the top
 * @param payer the customer that pays for this one; null where it pays itself
 */
public record CustomerView(
        long id,
        String number,
        String name,
        String country,
        String language,
        String timeZone,
        String segment,
        String address,
        String state,
        LetterWay letters,
        @Nullable Named parent,
        @Nullable Named payer,
        List<Named> children,
        List<Account> accounts,
        List<Contact> contacts) {

    public CustomerView {
        children = List.copyOf(children);
        accounts = List.copyOf(accounts);
        contacts = List.copyOf(contacts);
    }

    /** Another customer, for a link. */
    public record Named(long id, String name) {}

    /**
     * The customer in one legal entity.
     *
     * @param limitMinor in the entity's currency; null where none was set
     * @param discount that its terms grant; null where they grant none of their own
     * @param virtualAccount the account number at the company's bank that only it pays to; empty where it has none
     */
    public record Account(
            long id,
            String number,
            long entityId,
            String entityCode,
            String entityName,
            String entityCurrency,
            int termsDays,
            @Nullable Long limitMinor,
            String portfolio,
            @Nullable String collector,
            @Nullable CashDiscount discount,
            String virtualAccount) {}

    /**
     * Somebody to talk to.
     *
     * @param employerEmail we know that their employer has given them the e-mail address
     */
    public record Contact(
            long id,
            String name,
            String role,
            String email,
            String phone,
            String language,
            boolean doNotContact,
            String mobile,
            boolean employerEmail) {}
}
