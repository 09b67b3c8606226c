package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.correspondence.letter.Language;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters on their way to a mail server that wants a password and speaks TLS. */
@ApplicationTest
@Import(Debts.class)
class MailServerTest {

    private static final String LOGIN = "credit";

    @TempDir
    Path folder;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MessageStore messages;

    @Autowired
    private ObjectProvider<SendGate> gates;

    @Autowired
    private TextWay textWay;

    @Autowired
    private HandOffs handOffs;

    @Autowired
    private DeliveryNotes notes;

    @Autowired
    private TextPace pace;

    @Autowired
    private TextWebhook webhook;

    @Autowired
    private TrustedCertificates trusted;

    @Autowired
    private Debts debts;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TestClock testClock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    private GreenMail server;
    private GreenMailUser login;

    @BeforeEach
    void aServerWithAPassword() {
        testClock.setTo(Books.TODAY);
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});
        server.start();
        login = server.setUser("credit@alder-paper.example", LOGIN, "first password");
    }

    @AfterEach
    void itIsClosed() {
        server.stop();
        testClock.setTo(Books.TODAY);
    }

    @Test
    void aPasswordThatStoppedWorkingKeepsLettersWaitingUntilItWorksAgain() {
        OutgoingServer smtp = smtp(server.getSmtp().getPort(), Protection.NONE);
        login.setPassword("second password");
        MessageId first = queue();
        MessageId second = queue();
        Instant since = clock.now();
        for (int attempt = 0; attempt < 12; attempt++) {
            assertThatThrownBy(() -> deliver(smtp, trusted, first)).isInstanceOf(MessageHeld.class);
            assertThatThrownBy(() -> deliver(smtp, trusted, second)).isInstanceOf(MessageHeld.class);
            testClock.advance(Duration.ofMinutes(5));
        }
        assertThat(message(second).progress().reason()).startsWith("The mail server refuses login and password: 535");
        assertThat(message(second).progress().attempts())
                .as("the first asks for both")
                .isZero();
        assertThat(connections(smtp, trusted).failing()).singleElement().satisfies(failing -> {
            assertThat(failing.since()).isEqualTo(since);
            assertThat(failing.remedy()).contains("QUITTANCE_SMTP_USER and QUITTANCE_SMTP_PASSWORD");
        });

        login.setPassword("first password");
        for (int again = 0; again < 2; again++) {
            deliver(smtp, trusted, first);
            deliver(smtp, trusted, second);
        }
        assertThat(List.of(first, second))
                .allSatisfy(id -> assertThat(message(id).state()).isEqualTo(MessageState.SENT));
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(connections(smtp, trusted).failing()).isEmpty();
    }

    @Test
    void aLetterLeavesOnlyByAConnectionThatIsSafe() throws Exception {
        TestAuthority authority = new TestAuthority(Files.createDirectory(folder.resolve("ca")), "ip:127.0.0.1");
        TrustedCertificates companys = TrustedCertificates.of(authority.file());
        for (Protection protection : List.of(Protection.IMPLICIT, Protection.STARTTLS)) {
            try (TlsFront front = new TlsFront(server.getSmtp().getPort(), authority.server(), protection)) {
                OutgoingServer smtp = smtp(front.port(), protection);
                MessageId id = queue();
                assertThatThrownBy(() -> deliver(smtp, trusted, id))
                        .isInstanceOf(MessageHeld.class)
                        .hasMessageContaining("cannot be talked to in safety");
                testClock.advance(Duration.ofSeconds(10));
                deliver(smtp, companys, id);
                assertThat(message(id).state()).isEqualTo(MessageState.SENT);
                assertThat(new ConnectionCheck(List.of(), companys, post(smtp, companys)).look())
                        .first()
                        .satisfies(look -> assertThat(look.isWell()).isTrue());
            }
        }
        assertThat(server.getReceivedMessages()).hasSize(2);

        MessageId plain = queue();
        assertThatThrownBy(() -> deliver(smtp(server.getSmtp().getPort(), Protection.STARTTLS), companys, plain))
                .as("who does not offer encryption is not talked to without it")
                .isInstanceOf(MessageHeld.class);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(outbox.recall(plain, "amira")).isEqualTo(new RecallOutcome.Recalled());
    }

    private static OutgoingServer smtp(int port, Protection protection) {
        return new OutgoingServer("127.0.0.1", port, LOGIN, "first password", protection);
    }

    private static Post post(OutgoingServer smtp, TrustedCertificates certificates) {
        return new Post(new StaticListableBeanFactory(Map.of("sender", smtp.sender(certificates.context())))
                .getBeanProvider(JavaMailSender.class));
    }

    private Connections connections(OutgoingServer smtp, TrustedCertificates certificates) {
        return new Connections(sql, List.of(), post(smtp, certificates), textWay, clock);
    }

    private void deliver(OutgoingServer smtp, TrustedCertificates certificates, MessageId id) {
        Post post = post(smtp, certificates);
        Connections connections = connections(smtp, certificates);
        new Delivery(
                        new Claims(messages, gates, post, textWay, handOffs, notes, connections, pace, clock),
                        messages,
                        post,
                        webhook,
                        notes,
                        connections,
                        clock,
                        transaction)
                .deliver(id);
    }

    private Message message(MessageId id) {
        return outbox.message(id).orElseThrow();
    }

    private MessageId queue() {
        OutgoingMessage plain = new OutgoingMessage(
                debts.overdueOn(clock.today()).customer(),
                "INVOICE_COPIES",
                Language.ENGLISH,
                new MailAddress("credit@alder-paper.example", ""),
                new MailAddress("jana@noerdlinger.example", ""),
                "Copies of your invoices",
                "Please find them attached.",
                "<p>Please find them attached.</p>",
                List.of(),
                List.of(),
                clock.today(),
                "amira",
                Origin.BY_HAND);
        MessageId id = Objects.requireNonNull(transaction.execute(_ -> outbox.queue(plain)));
        testClock.advance(Duration.ofSeconds(10));
        return id;
    }
}
