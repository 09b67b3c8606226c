package org.quittance.correspondence;

import org.quittance.core.contact.Channel;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.correspondence.letter.PostalService;

/** By which way a message travels, from whom and to whom. */
public sealed interface Envelope {

    String fromName();

    /** Empty for a text message: the service that sends it decides whose number it shows. */
    String fromAddress();

    String toName();

    /** The e-mail address, or the number. */
    String toAddress();

    /** An e-mail. */
    record ByMail(MailAddress from, MailAddress to) implements Envelope {
        @Override
        public String fromName() {
            return from.name();
        }

        @Override
        public String fromAddress() {
            return from.address();
        }

        @Override
        public String toName() {
            return to.name();
        }

        @Override
        public String toAddress() {
            return to.address();
        }
    }

    /**
     * A text message.
     *
     * @param fromName the company that writes
     */
    record ByText(String fromName, PhoneNumber to, String toName) implements Envelope {
        @Override
        public String fromAddress() {
            return "";
        }

        @Override
        public String toAddress() {
            return to.value();
        }
    }

    /**
     * A letter on paper.
     *
     * @param fromName the company that writes
     */
    record ByPost(String fromName, PostalAddressee to, PostalService service) implements Envelope {
        @Override
        public String fromAddress() {
            return "";
        }

        @Override
        public String toName() {
            return to.name();
        }

        /** On one line. */
        @Override
        public String toAddress() {
            return String.join(", ", to.lines()) + (to.country().isEmpty() ? "" : ", " + to.country());
        }
    }

    default Channel channel() {
        return switch (this) {
            case ByMail _ -> Channel.MESSAGE;
            case ByText _ -> Channel.TEXT_MESSAGE;
            case ByPost _ -> Channel.LETTER;
        };
    }

    default boolean isTextMessage() {
        return this instanceof ByText;
    }

    default boolean isLetter() {
        return this instanceof ByPost;
    }

    /** As it stands on the timeline: {@code Jana Okafor <jana@printer.example>}. */
    default String addressee() {
        if (this instanceof ByPost) {
            return toName() + ", " + toAddress();
        }
        return toName().isEmpty() ? toAddress() : toName() + " <" + toAddress() + ">";
    }
}
