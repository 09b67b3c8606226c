package org.quittance.core.contact;

import java.util.Objects;
import java.util.Set;

/** One rule of a law, with where it stands. */
public sealed interface LawRule {

    Provision provision();

    /** What it says, in words for whoever reads the list of laws. */
    String sentence();

    /** Contact is allowed in these hours of the customer's place. */
    record InHours(Provision provision, Hours hours, Set<Channel> channels) implements LawRule {
        public InHours {
            Objects.requireNonNull(hours, "hours");
            channels = Set.copyOf(channels);
        }

        @Override
        public String sentence() {
            String what = channels.contains(Channel.MESSAGE) ? "Calls and messages" : "Calls";
            return "%s %s at the customer's place".formatted(what, hours.sentence());
        }
    }

    /** Contact is forbidden at unreasonable times, and the law does not say which: the hours of our policy count, for whoever sends. */
    record ReasonableTimes(Provision provision) implements LawRule {
        @Override
        public String sentence() {
            return "No contact at unreasonable times: the hours of our own rules, also for what a person sends";
        }
    }

    /** No more calls about one debt than these. */
    record Calls(Provision provision, Limit limit) implements LawRule {
        @Override
        public String sentence() {
            return "At most %d calls in %d days about one debt".formatted(limit.most(), limit.days());
        }
    }

    /** No call about a debt for so many days after a conversation about it, whoever called; its own day is the first. */
    record RestAfterConversation(Provision provision, int days) implements LawRule {
        @Override
        public String sentence() {
            return "No call for %d days after a conversation, its own day the first".formatted(days);
        }
    }

    /**
     * Calls within so many days after the person has consented to them are left out of the other rules about calls, the day of the consent the
     * first. A later conversation ends it.
     */
    record PriorConsent(Provision provision, int days) implements LawRule {
        @Override
        public String sentence() {
            return "Calls within %d days after the person's own consent are left out of count and rest, until they next talk to us"
                    .formatted(days);
        }
    }

    /** Each electronic message says how to opt out of more. */
    record OptOutInMessages(Provision provision) implements LawRule {
        @Override
        public String sentence() {
            return "Each e-mail and each text message says how to opt out of more";
        }
    }

    /** No text message: it may cost whoever gets it. */
    record NoTextMessages(Provision provision) implements LawRule {
        @Override
        public String sentence() {
            return "No text messages, for each may cost the person something";
        }
    }

    /** No e-mail to an address of which we know that it is the employer's, unless the person consents to it or writes from it. */
    record NoEmployersAddress(Provision provision) implements LawRule {
        @Override
        public String sentence() {
            return "No e-mail to an address that the employer has given, unless the person consents or has written from it";
        }
    }
}
