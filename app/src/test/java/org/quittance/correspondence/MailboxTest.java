package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.DatabaseAccess;
import org.quittance.platform.StartRefused;
import org.quittance.platform.Variable;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.quittance.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a mailbox in a company: it is moved, restored, cut off and flooded, and each mail is there once. */
@ApplicationTest
class MailboxTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @TempDir
    Path folder;

    @Autowired
    private TrustedCertificates trusted;

    @Autowired
    private Answers answers;

    @Autowired
    private MailboxPositions positions;

    @Autowired
    private Post post;

    @Autowired
    private TextWay textWay;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TestClock testClock;

    @Autowired
    private DSLContext sql;

    private String user;
    private TestMailbox mailbox;

    @BeforeEach
    void aMailboxOfItsOwn() {
        testClock.setTo(Books.TODAY);
        user = "box-" + NEXT.getAndIncrement() + "-" + System.nanoTime() + "@mailbox-test.example";
        mailbox = new TestMailbox(user, 0);
    }

    @AfterEach
    void itIsClosed() {
        mailbox.stop();
        testClock.setTo(Books.TODAY);
    }

    @Test
    void aMailThatIsTooLargeIsNotedAndTheNextIsTaken() {
        put("large", "Scans of everything", "x".repeat(99) + "\n", 270_000);
        put("next", "Invoice", "Paid on Friday\n", 1);
        read();
        assertThat(kept())
                .containsExactly(
                        "Scans of everything|UNREADABLE|It has 28 MB, and at most 25 MB of one are read. Open it in the mailbox itself",
                        "Invoice|UNKNOWN|");
        assertThat(sql.fetchValue(
                        "select count(*) from correspondence.mail_source s join correspondence.mail m on m.id = s.mail_id where m.subject = 'Scans of everything' and m.from_address = ?",
                        user))
                .isEqualTo(0L);
    }

    @Test
    void aServersWordForTheSizeOfAMailIsNotBelieved() throws MessagingException {
        byte[] wire =
                mail("liar", "Small, it says", "y".repeat(70) + "\n", 10_000).getBytes(StandardCharsets.UTF_8);
        MimeMessage lying = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire)) {
            @Override
            public int getSize() {
                return 12;
            }
        };
        assertThat(FetchedMail.of(lying, 100_000)).isInstanceOfSatisfying(FetchedMail.TooLarge.class, large -> {
            assertThat(large.head().subject()).isEqualTo("Small, it says");
            assertThat(large.sentence()).startsWith("It is larger than its server says");
        });
        assertThat(FetchedMail.of(lying, 10_000_000)).isInstanceOf(FetchedMail.Whole.class);
    }

    @Test
    void aMailboxThatIsNumberedAfreshGivesNothingTwiceAndLosesNothing() {
        Instant now = clock.now();
        String old = mail("old", "Before we came", "Old\n", 1);
        String nameless = mail("", "No number of its own", "Paid\n", 1);
        String known = mail("known", "Known", "Paid\n", 1);
        mailbox.put(old, now.minus(Duration.ofDays(30)));
        mailbox.put(nameless, now);
        mailbox.put(known, now);
        read();
        assertThat(kept()).containsExactly("No number of its own|UNKNOWN|", "Known|UNKNOWN|");

        int port = mailbox.port();
        mailbox.stop();
        mailbox = new TestMailbox(user, port);
        testClock.advance(Duration.ofDays(20));
        mailbox.put(mail("late", "Came while it was moved", "Paid\n", 1), now.plus(Duration.ofDays(3)));
        mailbox.put(known, now);
        mailbox.put(old, now.minus(Duration.ofDays(30)));
        mailbox.put(nameless, now);
        // Two servers that were started within one second number alike.
        sql.execute(
                "update correspondence.mailbox_position set uid_validity = uid_validity - 1 where mailbox = ?",
                mailbox.box().name());
        read();
        read();
        assertThat(kept())
                .containsExactly("No number of its own|UNKNOWN|", "Known|UNKNOWN|", "Came while it was moved|UNKNOWN|");
    }

    @Test
    void whoGivesAllMailsTheSameNumberIsHeardEachTime() {
        put("same", "First", "One\n", 1);
        String second = mail("same", "Second", "Two\n", 1).replace("10:00:00", "10:00:07");
        mailbox.put(second, clock.now());
        mailbox.put(second.replace("Two", "[from outside] Two"), clock.now());
        read();
        assertThat(kept()).containsExactly("First|UNKNOWN|", "Second|UNKNOWN|");
    }

    @Test
    void whereverARoundBreaksOffEachMailIsThereOnce() {
        for (String point : List.of("before", "within", "after")) {
            put(point + "-1", point + " 1", "Paid\n", 1);
            put(point + "-2", point + " 2", "Paid\n", 1);
            assertThatThrownBy(() ->
                            round(mailbox.box(), trusted, breakingOff(point, 2)).read())
                    .hasMessage("broken off " + point);
        }
        read();
        assertThat(kept())
                .containsExactly(
                        "before 1|UNKNOWN|",
                        "before 2|UNKNOWN|",
                        "within 1|UNKNOWN|",
                        "within 2|UNKNOWN|",
                        "after 1|UNKNOWN|",
                        "after 2|UNKNOWN|");
    }

    @Test
    void oneMailDoesNotKeepBackAllThatFollow() {
        put("stuck", "Nobody can take this", "?\n", 1);
        put("free", "This one", "Paid\n", 1);
        for (int time = 0; time < MailRound.TIMES; time++) {
            assertThatThrownBy(() -> round(mailbox.box(), trusted, breakingOff("within", 1))
                            .read())
                    .hasMessage("broken off within");
        }
        read();
        assertThat(kept())
                .containsExactly(
                        "Nobody can take this|UNREADABLE|It could not be taken in, tried 3 times. Open it in the mailbox itself",
                        "This one|UNKNOWN|");
    }

    /** {@code kill -9} between the row of the mail and the mark how far it was read. */
    @Test
    void aProgramThatWasKilledInTheMiddleOfARoundTakesEachMailOnce()
            throws SQLException, IOException, InterruptedException {
        put("k1", "One", "Paid\n", 1);
        read();
        put("k2", "Two", "Paid\n", 1);
        put("k3", "Three", "Paid\n", 1);
        DatabaseAccess access = TestDatabase.shared().access();
        try (Connection holder = DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
                PreparedStatement lock = holder.prepareStatement(
                        "select * from correspondence.mailbox_position where mailbox = ? for update")) {
            holder.setAutoCommit(false);
            lock.setString(1, mailbox.box().name());
            lock.execute();
            Path output = folder.resolve("round.log");
            Process process = program(access, output);
            try {
                awaitLock(access, process, output);
            } finally {
                process.destroyForcibly().onExit().join();
            }
            holder.rollback();
        }
        assertThat(kept()).containsExactly("One|UNKNOWN|");
        read();
        assertThat(kept()).containsExactly("One|UNKNOWN|", "Two|UNKNOWN|", "Three|UNKNOWN|");
    }

    @Test
    void aPasswordThatIsRefusedAndAServerThatIsDownAreSeenAndTheMailsComeInAfterwards() {
        read();
        assertThat(failing()).isEmpty();
        mailbox.setPassword("second password");
        put("p1", "While nobody could sign in", "Paid\n", 1);
        Instant since = clock.now();
        read();
        testClock.advance(Duration.ofSeconds(30));
        read();
        assertThat(failing()).singleElement().satisfies(failing -> {
            assertThat(failing.since()).isEqualTo(since);
            assertThat(failing.workedAt()).isEqualTo(since);
            assertThat(failing.sentence())
                    .isEqualTo("The mailbox %s@127.0.0.1/INBOX refuses login and password".formatted(user));
            assertThat(failing.remedy()).contains("QUITTANCE_IMAP_USER and QUITTANCE_IMAP_PASSWORD");
        });
        mailbox.setPassword("first password");
        testClock.advance(Duration.ofSeconds(5));
        read();
        assertThat(kept()).as("who is refused does not ask all the time").isEmpty();
        testClock.advance(Duration.ofSeconds(10));
        read();
        assertThat(kept()).containsExactly("While nobody could sign in|UNKNOWN|");
        assertThat(failing()).isEmpty();

        IncomingMailbox box = mailbox.box();
        mailbox.stop();
        round(box, trusted, transaction).read();
        assertThat(connections(box).failing())
                .singleElement()
                .satisfies(failing -> assertThat(failing.sentence()).endsWith("cannot be reached"));
        mailbox = new TestMailbox(user, box.port());
        put("p1", "While nobody could sign in", "Paid\n", 1);
        put("p2", "While it was down", "Paid\n", 1);
        testClock.advance(Duration.ofSeconds(10));
        read();
        assertThat(kept()).containsExactly("While nobody could sign in|UNKNOWN|", "While it was down|UNKNOWN|");
        assertThat(failing()).isEmpty();
    }

    @Test
    void aCertificateIsCheckedAndTheCompanysOwnAuthorityCanBeTrusted() throws Exception {
        put("tls", "In safety", "Paid\n", 1);
        TestAuthority authority = new TestAuthority(Files.createDirectory(folder.resolve("right")), "ip:127.0.0.1");
        TrustedCertificates companys = TrustedCertificates.of(authority.file());
        for (Protection protection : List.of(Protection.IMPLICIT, Protection.STARTTLS)) {
            try (TlsFront front = new TlsFront(mailbox.port(), authority.server(), protection)) {
                IncomingMailbox box = mailbox.box(front.port(), protection);
                round(box, trusted, transaction).read();
                assertThat(connections(box).failing()).singleElement().satisfies(failing -> {
                    assertThat(failing.sentence()).endsWith("cannot be talked to in safety");
                    assertThat(failing.remedy()).contains("QUITTANCE_TRUSTED_CA");
                });
                testClock.advance(Duration.ofMinutes(5));
                round(box, companys, transaction).read();
                assertThat(connections(box).failing()).isEmpty();
                assertThat(new ConnectionCheck(List.of(box), companys, post).look())
                        .last()
                        .satisfies(look -> assertThat(look.finding()).endsWith("which holds 1 mails"));
            }
        }
        assertThat(kept()).containsExactly("In safety|UNKNOWN|");

        IncomingMailbox plain = mailbox.box(mailbox.port(), Protection.STARTTLS);
        round(plain, companys, transaction).read();
        assertThat(connections(plain).failing())
                .as("who does not offer encryption is not talked to without it")
                .singleElement()
                .satisfies(failing -> assertThat(failing.sentence()).endsWith("cannot be talked to in safety"));
        testClock.advance(Duration.ofMinutes(5));
        TestAuthority other = new TestAuthority(Files.createDirectory(folder.resolve("other")), "dns:mail.example");
        try (TlsFront front = new TlsFront(mailbox.port(), other.server(), Protection.IMPLICIT)) {
            IncomingMailbox box = mailbox.box(front.port(), Protection.IMPLICIT);
            round(box, TrustedCertificates.of(other.file()), transaction).read();
            assertThat(connections(box).failing())
                    .as("a certificate for another host")
                    .hasSize(1);
        }
    }

    @Test
    void whatTheEnvironmentSaysIsMeantOrTheStartIsRefused() {
        assertThat(IncomingMailbox.of(environment(Map.of())).isConfigured()).isFalse();
        assertThat(IncomingMailbox.of(
                        environment(Map.of("QUITTANCE_IMAP_HOST", "imap.example", "QUITTANCE_IMAP_USER", "credit"))))
                .isEqualTo(new IncomingMailbox("imap.example", 993, "credit", "", Protection.IMPLICIT, "INBOX"));
        assertThat(IncomingMailbox.of(environment(Map.of("QUITTANCE_IMAP_SSL", "StartTLS")))
                        .port())
                .isEqualTo(143);
        refused(
                Map.of("QUITTANCE_IMAP_PORT", "99x"),
                "QUITTANCE_IMAP_PORT is \"99x\".",
                "Give a whole number from 1 to 65535, or leave it out for 993.");
        refused(
                Map.of("QUITTANCE_IMAP_SSL", "tls1"),
                "QUITTANCE_IMAP_SSL is \"tls1\".",
                "Write implicit or starttls or none; left out, it is implicit.");
        refused(
                Map.of("QUITTANCE_IMAP_HOST", "imap.example"),
                "QUITTANCE_IMAP_USER is missing, though QUITTANCE_IMAP_HOST names imap.example.",
                "Set it to the login of the mailbox, or leave both out: then no mailbox is read.");
        assertThatThrownBy(() -> OutgoingServer.of(environment(Map.of("QUITTANCE_SMTP_TLS", "ssl"))))
                .hasMessage("QUITTANCE_SMTP_TLS is \"ssl\".");
        assertThatThrownBy(() -> OutgoingServer.of(environment(Map.of("QUITTANCE_SMTP_PASSWORD", "secret"))))
                .hasMessage("QUITTANCE_SMTP_USER is missing, though QUITTANCE_SMTP_PASSWORD is set.");
        assertThatThrownBy(() -> TrustedCertificates.of(new Variable("QUITTANCE_TRUSTED_CA", "/nowhere.pem")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("QUITTANCE_TRUSTED_CA is \"/nowhere.pem\".");
    }

    private static void refused(Map<String, Object> variables, String message, String remedy) {
        assertThatThrownBy(() -> IncomingMailbox.of(environment(variables)))
                .isInstanceOfSatisfying(
                        StartRefused.class, no -> assertThat(no.remedy()).isEqualTo(remedy))
                .hasMessage(message);
    }

    private static MockEnvironment environment(Map<String, ?> variables) {
        MockEnvironment environment = new MockEnvironment();
        variables.forEach((name, value) -> environment.setProperty(name, String.valueOf(value)));
        return environment;
    }

    private void put(String id, String subject, String line, int lines) {
        mailbox.put(mail(id, subject, line, lines), clock.now());
    }

    private String mail(String id, String subject, String line, int lines) {
        return "From: Sam <%s>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nSubject: %s\n%s\n%s"
                .formatted(
                        user,
                        subject,
                        id.isEmpty() ? "" : "Message-ID: <%s-%s>\n".formatted(id, user),
                        line.repeat(lines));
    }

    private void read() {
        round(mailbox.box(), trusted, transaction).read();
    }

    private MailRound round(IncomingMailbox box, TrustedCertificates certificates, TransactionTemplate template) {
        return new MailRound(List.of(box), certificates, answers, positions, connections(box), template, clock);
    }

    private Connections connections(IncomingMailbox box) {
        return new Connections(sql, List.of(box), post, textWay, clock);
    }

    private List<Connections.Failing> failing() {
        return connections(mailbox.box()).failing();
    }

    /** What is kept of the mails of this box, in their order. */
    private List<String> kept() {
        return sql.fetch(
                        "select subject || '|' || kind || '|' || words from correspondence.mail where from_address = ? order by id",
                        user)
                .getValues(0, String.class);
    }

    /** Breaks off at the so-manieth transaction: before it, in it with all done, or after it. */
    private TransactionTemplate breakingOff(String point, int at) {
        AtomicInteger begun = new AtomicInteger();
        return new TransactionTemplate(transactions) {
            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> action) {
                boolean isIt = begun.incrementAndGet() == at;
                breakOff(isIt && point.equals("before"));
                super.executeWithoutResult(status -> {
                    action.accept(status);
                    breakOff(isIt && point.equals("within"));
                });
                breakOff(isIt && point.equals("after"));
            }

            private void breakOff(boolean isHere) {
                if (isHere) {
                    throw new IllegalStateException("broken off " + point);
                }
            }
        };
    }

    private Process program(DatabaseAccess access, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RoundProgram.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "QUITTANCE_DB_URL", access.url(),
                        "QUITTANCE_DB_OWNER", access.ownerUser(),
                        "QUITTANCE_DB_OWNER_PASSWORD", access.ownerPassword(),
                        "QUITTANCE_DB_USER", access.applicationUser(),
                        "QUITTANCE_DB_PASSWORD", access.applicationPassword(),
                        "QUITTANCE_IMAP_HOST", mailbox.box().host(),
                        "QUITTANCE_IMAP_PORT", Integer.toString(mailbox.port()),
                        "QUITTANCE_IMAP_USER", user,
                        "QUITTANCE_IMAP_PASSWORD", mailbox.box().password(),
                        "QUITTANCE_IMAP_SSL", "none"));
        return builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(new File("."))
                .start();
    }

    private static void awaitLock(DatabaseAccess access, Process process, Path output)
            throws SQLException, IOException, InterruptedException {
        try (Connection observer =
                        DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
                Statement query = observer.createStatement()) {
            Instant end = Instant.now().plus(Duration.ofMinutes(3));
            while (!isWaiting(query)) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                    throw new IllegalStateException(
                            "The round did not come to the row that is held: " + Files.readString(output));
                }
            }
        }
    }

    private static boolean isWaiting(Statement query) throws SQLException {
        try (ResultSet row = query.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%mailbox_position%'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
