package org.quittance.core.contact;

import java.util.Arrays;
import java.util.Optional;

/**
 * The rules of the gate, in the order in which they are asked. The {@link #code} of a rule stays when its words change: what was refused in
 * former years is counted by it.
 */
public enum Rule {
    DO_NOT_CONTACT("do-not-contact", Kind.ORDER, "The customer is not to be contacted"),
    PERSON_ASKED_NOT("person-asked-not", Kind.ORDER, "The person has asked not to be contacted"),
    CONSENT_WITHDRAWN("consent-withdrawn", Kind.ORDER, "The person has withdrawn their consent"),
    WITH_LAWYER("with-lawyer", Kind.ORDER, "A lawyer speaks for us"),
    WITH_AGENCY("with-agency", Kind.ORDER, "An agency speaks for us"),
    PAID("paid", Kind.DEBT, "Nothing is open any more"),
    PROMISED("promised", Kind.DEBT, "Everything open is promised"),
    DISPUTED("disputed", Kind.DEBT, "Everything open is disputed"),
    GIVEN_UP("given-up", Kind.DEBT, "Everything open is to be given up"),
    OUT_OF_DATE("out-of-date", Kind.DEBT, "Less is open than it asks for"),
    COVERED("covered", Kind.DEBT, "Money on account covers what can be asked for"),
    OFFER_ENDED("offer-ended", Kind.DEBT, "What it offers does not stand any more"),
    NOTHING_OWED("nothing-owed", Kind.DEBT, "Nothing of what it lists is left to ask for"),
    LAW_HOURS("law-hours", Kind.LAW, "Hours that a law allows"),
    LAW_CALLS("law-calls", Kind.LAW, "Calls that a law allows"),
    LAW_CONVERSATION("law-conversation", Kind.LAW, "A law's rest after a conversation"),
    LAW_OPT_OUT("law-opt-out", Kind.LAW, "A law wants to be told how to opt out"),
    LAW_EMPLOYER("law-employer", Kind.LAW, "A law forbids an employer's address"),
    LAW_TEXT_MESSAGES("law-text-messages", Kind.LAW, "A law forbids text messages"),
    WEEKDAY("weekday", Kind.POLICY, "Days of the week"),
    HOLIDAY("holiday", Kind.POLICY, "Public holidays"),
    QUIET_HOURS("quiet-hours", Kind.POLICY, "Hours of our policy"),
    TOO_MANY_CALLS("too-many-calls", Kind.POLICY, "Calls in a number of days"),
    AFTER_CONVERSATION("after-conversation", Kind.POLICY, "Rest after a conversation"),
    ONE_MESSAGE("one-message", Kind.POLICY, "One message a day"),
    TOO_MANY_MESSAGES("too-many-messages", Kind.POLICY, "Messages in a number of days");

    /** Where a rule comes from, and so who may set it aside. */
    public enum Kind {
        /** Somebody has ordered it or asked for it. Only taking that back changes it. */
        ORDER,
        /** What is owed. */
        DEBT,
        /** A law: nobody of ours may set it aside. */
        LAW,
        /** The company's own. */
        POLICY
    }

    private final String code;
    private final Kind kind;
    private final String label;

    Rule(String code, Kind kind, String label) {
        this.code = code;
        this.kind = kind;
        this.label = label;
    }

    public static Optional<Rule> ofCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether a person with the authority may set it aside for once, with a reason. */
    public boolean canBeWaived() {
        return switch (kind) {
            case DEBT, POLICY -> true;
            case ORDER, LAW -> false;
        };
    }
}
