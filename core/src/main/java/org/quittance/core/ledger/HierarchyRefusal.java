package org.quittance.core.ledger;

/** Why a customer cannot belong to another, or be paid for by it. The constants stand in the order in which they are checked. */
public enum HierarchyRefusal {
    NO_SUCH_CUSTOMER("There is no such customer"),
    ITS_OWN_PARENT("A customer cannot be its own parent"),
    ITS_OWN_PAYER("A customer that pays for itself has no payer; leave it empty"),
    CIRCLE("The parents would form a circle"),
    PAYER_HAS_PAYER("The payer is paid for by another customer itself; name that one"),
    PAYS_FOR_OTHERS("The customer pays for others, and so must pay for itself");

    private final String sentence;

    HierarchyRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
