package org.quittance.correspondence;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.io.IOException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailAuthenticationException;

/**
 * Why a conversation did not come about, for a person who can set it right.
 *
 * @param words the other side's, or those of the network; never empty
 */
record ConnectionFault(Kind kind, String words) {

    private static final int MOST_WORDS = 300;

    /** What is wrong, told apart by what is to be done. */
    enum Kind {
        NOT_REACHED("cannot be reached"),
        NOT_TRUSTED("cannot be talked to in safety"),
        SIGN_IN_REFUSED("refuses login and password"),
        NO_FOLDER("has no such folder"),
        OTHER("does not do what it is asked");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** Behind the name of the connection. */
        String sentence() {
            return sentence;
        }

        String remedy(ConnectionKind connection) {
            return switch (this) {
                case NOT_REACHED -> "See that it is up, and that %s are right".formatted(connection.address());
                case NOT_TRUSTED ->
                    "See that its certificate holds and is for this host. If your own authority has signed it, name that in QUITTANCE_TRUSTED_CA and restart";
                case SIGN_IN_REFUSED ->
                    "Set the password there as it is here, or correct %s and restart".formatted(connection.login());
                case NO_FOLDER -> "Correct QUITTANCE_IMAP_FOLDER and restart";
                case OTHER -> "Show these words to whoever runs it";
            };
        }
    }

    static ConnectionFault of(Throwable thrown) {
        Kind kind = causes(thrown)
                .map(ConnectionFault::kindOf)
                .filter(known -> known != Kind.OTHER)
                .findFirst()
                .orElse(Kind.OTHER);
        return new ConnectionFault(
                kind, words(causes(thrown).reduce((_, later) -> later).orElse(thrown)));
    }

    private static Kind kindOf(Throwable cause) {
        return switch (cause) {
            case AuthenticationFailedException _ -> Kind.SIGN_IN_REFUSED;
            case MailAuthenticationException _ -> Kind.SIGN_IN_REFUSED;
            case FolderNotFoundException _ -> Kind.NO_FOLDER;
            case SSLException _ -> Kind.NOT_TRUSTED;
            case MailConnectException _ -> Kind.NOT_REACHED;
            case IOException _ -> Kind.NOT_REACHED;
            default -> knowsNoEncryption(cause) ? Kind.NOT_TRUSTED : Kind.OTHER;
        };
    }

    /** STARTTLS is required and the server does not offer it: Jakarta Mail says so in words alone. */
    private static boolean knowsNoEncryption(Throwable thrown) {
        return thrown.getMessage() != null && thrown.getMessage().contains("STARTTLS");
    }

    /** From the outermost to the one that all began with. */
    private static Stream<Throwable> causes(Throwable thrown) {
        Stream.Builder<Throwable> causes = Stream.builder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.build();
    }

    private static String words(Throwable thrown) {
        String said =
                thrown.getMessage() == null ? "" : thrown.getMessage().strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        String words = said.isEmpty() ? thrown.getClass().getSimpleName() : said;
        return words.substring(0, Math.min(words.length(), MOST_WORDS));
    }
}
