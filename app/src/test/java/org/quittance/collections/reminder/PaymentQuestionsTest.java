package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PaymentQuestionsTest {

    private static final Viewer MARIA = Viewer.system("maria");

    @Autowired
    private PaymentQuestions questions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Customers customers;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private Books books;

    @Autowired
    private DSLContext sql;

    private LegalEntity entityWithMailbox() {
        return entities.add(
                new LegalEntity(
                        0,
                        "PQ1",
                        "Frage GmbH",
                        "EUR",
                        "DE",
                        "de",
                        "PQ1",
                        "1 Test Street",
                        "ar@frage.example",
                        "DE89370400440532013000",
                        ""),
                "test");
    }

    @Test
    void thePayerIsAskedInTheirLanguageWithThePdfAttachedAndOnlyWhileTheMoneyLiesOnAccount() {
        LegalEntity entity = entityWithMailbox();
        ItemId invoice = books.invoice(entity, "ADA", "1", 10_00, Books.TODAY);
        ItemId credit = books.payment(entity, "ADA", "P1", 80_00, Books.TODAY);
        assertThat(questions.ask(credit, MARIA)).isEqualTo(PaymentQuestions.Outcome.NO_RECIPIENT);
        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, "ADA").value())
                .get(0, Long.class);
        customers.addContact(
                new ContactDraft(
                        customer, "Ada Blum", ContactRole.ACCOUNTS_PAYABLE, "ada@blum.example", "", "de", false),
                "test");
        assertThat(questions.ask(credit, MARIA)).isEqualTo(PaymentQuestions.Outcome.QUEUED);
        Message message = outbox.messagesTo(CustomerId.of(customer), null, 1).getFirst();
        assertThat(message.subject()).isEqualTo("Frage GmbH: Rückfrage zu Ihrer Zahlung, Kunde ADA");
        assertThat(message.text()).contains("80,00").contains("Rechnungsnummern");
        assertThat(message.attachmentNames()).singleElement().asString().endsWith(".pdf");
        assertThat(questions.ask(invoice, MARIA)).isEqualTo(PaymentQuestions.Outcome.NOTHING_ON_ACCOUNT);
    }
}
