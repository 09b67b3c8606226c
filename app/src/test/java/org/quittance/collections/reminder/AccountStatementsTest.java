package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.letter.Letters;
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
class AccountStatementsTest {

    private static final Viewer CLARA = Viewer.system("clara");
    private static final LocalDate TODAY = Books.TODAY;

    @Autowired
    private AccountStatements statements;

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

    @Test
    void aStatementListsDebitsAndCreditsAsTheyWereOpenAtItsDate() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "ADA", "S-1", 100_00, TODAY.minusDays(40));
        books.payment(entity, "ADA", "S-P", 30_00, TODAY.minusDays(1));
        long customer = customer(entity);

        assertThat(text(customer, TODAY)).contains("S-1", "100.00", "-30.00", "70.00");
        assertThat(text(customer, TODAY.minusDays(2))).contains("S-1", "100.00").doesNotContain("-30.00");
        assertThat(statements.draft(customer, TODAY.minusYears(1), CLARA))
                .isEqualTo(
                        new StatementDraft.Impossible("Nothing was open at the end of that day. Choose another day."));
    }

    @Test
    void whoHasNoAddressGetsItOnPaperAndWhoHasOneByMailWithItsPdf() {
        LegalEntity entity = entities.add(
                new LegalEntity(0, "ST1", "Etat SARL", "EUR", "FR", "fr", "ST1", "1 rue", "ar@etat.example", "", ""),
                "test");
        books.invoice(entity, "ADA", "S-1", 100_00, TODAY);
        long customer = customer(entity);
        assertThat(ready(customer).mail()).isInstanceOf(StatementDraft.ByMail.Impossible.class);
        assertThat(statements.send(customer, TODAY, CLARA)).isEmpty();

        customers.addContact(
                new ContactDraft(customer, "Ada", ContactRole.OTHER, "ada@blum.example", "", "fr", false), "test");
        assertThat(statements.send(customer, TODAY, CLARA)).isPresent();
        Message message = outbox.messagesTo(CustomerId.of(customer), null, 1).getFirst();
        assertThat(message.subject()).contains("Etat SARL", "ADA");
        assertThat(message.attachmentNames()).singleElement().asString().endsWith(".pdf");
    }

    private String text(long customer, LocalDate asOf) {
        StatementDraft draft = statements.draft(customer, asOf, CLARA);
        assertThat(draft).isInstanceOf(StatementDraft.Ready.class);
        return Letters.write(((StatementDraft.Ready) draft).content()).text();
    }

    private StatementDraft.Ready ready(long customer) {
        return (StatementDraft.Ready) statements.draft(customer, TODAY, CLARA);
    }

    private long customer(LegalEntity entity) {
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }
}
