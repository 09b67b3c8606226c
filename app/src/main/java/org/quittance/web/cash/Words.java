package org.quittance.web.cash;

/** The verdicts of the matcher as people call them. */
public final class Words {

    private Words() {}

    public static String of(String decision) {
        return switch (decision) {
            case "APPLIED" -> "Applied";
            case "PROPOSED" -> "Proposal";
            case "ON_ACCOUNT" -> "Payer known";
            case "UNIDENTIFIED" -> "Payer unknown";
            case "BY_HAND" -> "By hand";
            default -> throw new IllegalArgumentException(decision);
        };
    }
}
