package org.quittance.respondents;

import org.quittance.correspondence.MailAddress;

/**
 * Somebody in the company who does not sign in and may be asked by mail.
 *
 * @param department such as {@code Sales, south}; may be empty
 * @param language ISO 639-1; empty for that of the legal entity that asks
 */
public record Respondent(long id, MailAddress address, String department, String language) {

    public String name() {
        return address.name();
    }

    /** {@code Ruth Amsel, Sales}. */
    public String told() {
        return department.isEmpty() ? name() : name() + ", " + department;
    }
}
