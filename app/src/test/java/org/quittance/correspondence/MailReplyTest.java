package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

class MailReplyTest {

    static Object[][] replies() {
        return new Object[][] {
            {
                "no connection",
                new MailSendException(
                        "Mail server connection failed",
                        new MessagingException("Couldn't connect", new ConnectException("Connection refused")),
                        failed(new MessagingException("Couldn't connect"))),
                new MailReply.Unreachable(new ConnectionFault(ConnectionFault.Kind.NOT_REACHED, "Connection refused"))
            },
            {
                "wrong password",
                new MailAuthenticationException(new MessagingException("535 5.7.8 Authentication failed")),
                new MailReply.Unreachable(
                        new ConnectionFault(ConnectionFault.Kind.SIGN_IN_REFUSED, "535 5.7.8 Authentication failed"))
            },
            {
                "unknown recipient",
                new MailSendException(failed(new SendFailedException(
                        "Invalid Addresses", address(550, "550 5.1.1 No such user here"), none(), none(), none()))),
                new MailReply.Rejected("550 5.1.1 No such user here")
            },
            {
                "greylisted recipient",
                new MailSendException(failed(new SendFailedException(
                        "Invalid Addresses", address(450, "450 4.2.0 Come back\r\n later"), none(), none(), none()))),
                new MailReply.TryLater("450 4.2.0 Come back later")
            },
            {
                "refused content",
                new MailSendException(failed(sending(554, "554 5.7.1 Spam"))),
                new MailReply.Rejected("554 5.7.1 Spam")
            },
            {
                "full disk",
                new MailSendException(failed(sending(452, "452 4.3.1 Insufficient storage"))),
                new MailReply.TryLater("452 4.3.1 Insufficient storage")
            },
            {
                "connection lost before the last word",
                new MailSendException(failed(sending(-1, "[EOF]"))),
                new MailReply.Unclear("[EOF]")
            },
            {
                "time-out before the last word",
                new MailSendException(failed(new MessagingException("Could not read response"))),
                new MailReply.Unclear("Could not read response")
            },
            {
                "only taking leave failed",
                new MailSendException("Failed to close server connection", new MessagingException("gone")),
                new MailReply.Accepted()
            },
            {"something else", new MailParseException("odd"), new MailReply.Unclear("odd")},
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void aFailureTellsWhetherTheServerCanHaveTheMessage(String what, MailException failure, MailReply expected) {
        assertThat(MailReply.of(failure)).as(what).isEqualTo(expected);
    }

    @Test
    void aFailureWithoutWordsIsNamedByItsKind() {
        assertThat(MailReply.of(new MailSendException(failed(new MessagingException()))))
                .isEqualTo(new MailReply.Unclear("MessagingException"));
    }

    private static Map<Object, Exception> failed(Exception failure) {
        return Map.of("the message", failure);
    }

    private static SMTPAddressFailedException address(int code, String words) {
        return new SMTPAddressFailedException(null, "RCPT TO", code, words);
    }

    private static SMTPSendFailedException sending(int code, String words) {
        return new SMTPSendFailedException("DATA", code, words, null, none(), none(), none());
    }

    private static Address[] none() {
        return new Address[0];
    }
}
