package org.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Answers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A payer writes what a payment is for: the mail is handed in as a file, once. */
@ApplicationTest
class MailAdvicesTest {

    @Autowired
    private Answers answers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private long customer;

    @BeforeEach
    void aCustomer() {
        clock.setTo(Books.TODAY);
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "M1", "MA-" + entity.code(), 640_00, Books.TODAY.minusDays(10));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    @Test
    void anAdviceOfAStrangerIsHandedInOnceAPersonHasSaidWhoseItIsAndOnlyOnce() {
        long first = taken("<advice-1-" + customer + "@payer.example>", advice());
        long second = taken("<advice-2-" + customer + "@payer.example>", "Subject: Hello\n\nGood morning\n");
        assertThat(uploads(first)).as("nobody knows the sender").isZero();

        answers.assign(first, CustomerId.of(customer), "amira");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(uploads(first)).isEqualTo(1));
        assertThat(sql.fetchSingle("select actor from intake.upload where file_name = ?", "mail-" + first + ".eml")
                        .get(0, String.class))
                .isEqualTo("mailbox");

        answers.assign(second, CustomerId.of(customer), "amira");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sql.fetchSingle(
                                        "select count(*) from platform.event_publication where serialized_event like ?",
                                        "%MailTaken%\"mail\":" + second + "%")
                                .get(0, Long.class))
                        .isZero());
        assertThat(uploads(second)).as("a mail that is no advice").isZero();
    }

    private long taken(String id, String mail) {
        String wire = "From: Accounts payable <ap-%d@payer.example>\nMessage-ID: %s\n%s".formatted(customer, id, mail);
        answers.take(wire.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return sql.fetchSingle("select id from correspondence.mail where mail_key = ?", id)
                .get(0, Long.class);
    }

    private long uploads(long mail) {
        return sql.fetchSingle("select count(*) from intake.upload where file_name = ?", "mail-" + mail + ".eml")
                .get(0, Long.class);
    }

    private static String advice() {
        return """
                To: receivables@quittance.example
                Subject: Our payment
                Date: Mon, 2 Mar 2026 10:12:00 GMT
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                Dear all, please find below what our payment is for.
                Payment reference: PR-778120

                Invoice             Invoice amount            Paid
                MA-20417                    640.00          640.00
                MA-20418                    360.00          360.00

                Amount paid EUR 1000.00
                """;
    }
}
