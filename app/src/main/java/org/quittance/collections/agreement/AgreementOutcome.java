package org.quittance.collections.agreement;

/** What became of a wish to agree on something, or to approve or end it. */
public sealed interface AgreementOutcome {

    /**
     * It is written down.
     *
     * @param id of the plan, the settlement or the claim
     */
    record Done(long id) implements AgreementOutcome {}

    /** It is not, and why. */
    record Refused(String sentence) implements AgreementOutcome {}
}
