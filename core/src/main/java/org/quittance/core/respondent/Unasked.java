package org.quittance.core.respondent;

import java.util.Optional;

/** Why somebody whose answer is waited for gets no mail, in the order of the checks. */
public enum Unasked {
    NO_ADDRESS("No e-mail address of theirs is known. Ask them yourself and enter the answer."),
    NOT_LISTED(
            "Their address is not among the respondents. A team lead or the credit manager enters it under Respondents; then ask by mail from here."),
    FOREIGN_DOMAIN(
            "Their address is not one of the company's own domains for this legal entity. The credit manager sets the domains under Respondents."),
    NO_SENDER("The legal entity has no e-mail address to write from. It is set under Entities."),
    NO_PUBLIC_ADDRESS(
            "This installation does not know under which address it is reached, so that no link can be sent. Whoever runs it sets QUITTANCE_PUBLIC_ADDRESS.");

    private final String sentence;

    Unasked(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /**
     * Whom one would ask, and from where.
     *
     * @param address empty where none is known
     * @param signsIn whether they can sign in here; of those the address is an administrator's affair
     * @param isListed whether the address is in the directory of respondents
     */
    public record Wish(String address, boolean signsIn, boolean isListed, CompanyDomains domains) {}

    /** What the installation and the entity have. */
    public record Means(boolean hasSender, boolean hasPublicAddress) {}

    /** Empty where nothing stands against writing. */
    public static Optional<Unasked> of(Wish wish, Means means) {
        if (wish.address().isBlank()) {
            return Optional.of(NO_ADDRESS);
        }
        if (!wish.signsIn() && !wish.isListed()) {
            return Optional.of(NOT_LISTED);
        }
        if (!wish.signsIn() && !wish.domains().accepts(wish.address())) {
            return Optional.of(FOREIGN_DOMAIN);
        }
        if (!means.hasSender()) {
            return Optional.of(NO_SENDER);
        }
        return means.hasPublicAddress() ? Optional.empty() : Optional.of(NO_PUBLIC_ADDRESS);
    }
}
