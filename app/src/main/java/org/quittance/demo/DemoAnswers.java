package org.quittance.demo;

import static org.jooq.impl.DSL.min;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.correspondence.Envelope;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.MessageSent;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.Settings;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What customers of the demo write back. Clara reminds two of them: one answers as soon as the message has left, the other's comes back. A
 * third writes of its own accord. All of it goes over the demo's own mail server and is read from there.
 */
@Component
@Profile("demo")
class DemoAnswers {

    private static final String REMINDED = "demo.reminded";
    private static final int LOOKED_AT = 200;

    private final DSLContext sql;
    private final Worklist worklist;
    private final Reminders reminders;
    private final Outbox outbox;
    private final People people;
    private final Settings settings;
    private final JavaMailSender post;
    private final TransactionTemplate transaction;

    DemoAnswers(
            DSLContext sql,
            Worklist worklist,
            Reminders reminders,
            Outbox outbox,
            People people,
            Settings settings,
            JavaMailSender post,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.worklist = worklist;
        this.reminders = reminders;
        this.outbox = outbox;
        this.people = people;
        this.settings = settings;
        this.post = post;
        this.transaction = transaction;
    }

    /** Once: where customers were reminded, nothing is added. */
    void enter() {
        if (settings.read(REMINDED).isPresent()) {
            return;
        }
        Viewer clara = people.credentials("clara").orElseThrow().viewer();
        transaction.executeWithoutResult(_ -> remind(clara));
        ownAccord();
    }

    private void remind(Viewer clara) {
        List<Long> customers = worklist
                .rows(clara, new WorklistFilter(WorklistFilter.Show.TO_DO, null, null, null, null), 0, LOOKED_AT)
                .stream()
                .map(row -> row.account().customerId())
                .distinct()
                .toList();
        List<String> reminded = new ArrayList<>();
        for (Long customer : customers) {
            if (reminded.size() < 2 && reminders.queue(customer, clara) instanceof ReminderOutcome.Queued queued) {
                reminded.add(queued.message().toString());
            }
        }
        settings.write(REMINDED, String.join(",", reminded));
    }

    /** The first that was reminded answers; the second's mail server brings the message back. */
    @ApplicationModuleListener
    public void on(MessageSent sent) {
        int place = settings.read(REMINDED)
                .map(ids ->
                        Arrays.asList(ids.split(",", -1)).indexOf(sent.message().toString()))
                .orElse(-1);
        if (place >= 0) {
            Message message = outbox.message(sent.message()).orElseThrow();
            if (message.envelope() instanceof Envelope.ByMail mail) {
                send(place == 0 ? reply(message, mail) : bounce(message, mail));
            }
        }
    }

    private static String reply(Message message, Envelope.ByMail mail) {
        return """
                From: %s
                To: %s
                Subject: Re: %s
                Message-ID: <%s@customer.example>
                In-Reply-To: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                Good morning,

                the first invoice is in our payment run of Thursday. The second has a wrong order number, please send it again with ours.

                Kind regards

                %s wrote:
                > %s
                """.formatted(
                        mail.to(),
                        mail.from(),
                        message.subject(),
                        UUID.nameUUIDFromBytes(message.headerId().getBytes(StandardCharsets.UTF_8)),
                        message.headerId(),
                        "On " + message.businessDate() + " " + mail.from().name(),
                        message.text().lines().limit(4).collect(Collectors.joining("\n> ")));
    }

    private static String bounce(Message message, Envelope.ByMail mail) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@%s>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@mx.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                This is the mail system. Your message could not be delivered to one recipient.

                <%s>: 550 5.1.1 Recipient address rejected: User unknown

                Message-ID: %s
                """.formatted(
                        mail.to().domain(),
                        mail.from(),
                        UUID.nameUUIDFromBytes(message.headerId().getBytes(StandardCharsets.UTF_8)),
                        mail.to().address(),
                        message.headerId());
    }

    private void ownAccord() {
        sql.select(CONTACT_VIEW.NAME, CONTACT_VIEW.EMAIL)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(sql.select(min(ACCOUNT_VIEW.CUSTOMER_ID))
                        .from(ACCOUNT_VIEW)
                        .join(CONTACT_VIEW)
                        .on(CONTACT_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                        .and(CONTACT_VIEW.EMAIL.ne(""))))
                .and(CONTACT_VIEW.EMAIL.ne(""))
                .orderBy(CONTACT_VIEW.CONTACT_ID)
                .limit(1)
                .forEach(contact -> send("""
                        From: %s <%s>
                        To: receivables@halden-rowe.example
                        Subject: Copies of last month's invoices
                        Message-ID: <copies@customer.example>
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=UTF-8

                        Hello, our auditors ask for copies of everything that you billed last month. Could you send them together?
                        """.formatted(contact.value1(), contact.value2())));
    }

    private void send(String wire) {
        post.send(post.createMimeMessage(
                new ByteArrayInputStream(wire.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }
}
