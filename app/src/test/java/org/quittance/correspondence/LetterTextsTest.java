package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.reminder.AccountStatements;
import org.quittance.collections.reminder.MergePreviews;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.LetterTexts.Draft;
import org.quittance.correspondence.LetterTexts.Refusal;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.Occasion;
import org.quittance.correspondence.letter.OwnText;
import org.quittance.correspondence.letter.Template;
import org.quittance.correspondence.letter.Texts;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What a letter says is set by version; an entity's own words go before those of all, and those before what is shipped. */
@ApplicationTest
class LetterTextsTest {

    private static final Viewer CLARA = Viewer.system("clara");
    private static final OwnText OURS = new OwnText("Estratto", "Estratto di {entity}", "Gentile {name}", "Grazie.");
    private static final OwnText THEIRS = new OwnText("Saldo", "Saldo di {entity}", "Egregio {name}", "A presto.");

    @Autowired
    private LetterTexts texts;

    @Autowired
    private AccountStatements statements;

    @Autowired
    private MergePreviews previews;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private LetterTexts.Key ofTheEntity;
    private final LetterTexts.Key ofAll = new LetterTexts.Key(Occasion.STATEMENT, Language.ITALIAN, null);

    @BeforeEach
    void anEntityThatWritesItalian() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        ofTheEntity = new LetterTexts.Key(Occasion.STATEMENT, Language.ITALIAN, entity.id());
    }

    @AfterEach
    void theOthersWriteAsShipped() {
        texts.adopt(new Draft(ofAll, last(ofAll), null, "The test is over"), "test");
    }

    @Test
    void anEntitysWordsGoBeforeThoseOfAllAndThoseBeforeWhatIsShipped() {
        OwnText shipped = Texts.shipped(Language.ITALIAN).of(Occasion.STATEMENT);
        assertThat(inForce()).isEqualTo(shipped);
        adopt(ofAll, OURS);
        assertThat(inForce()).isEqualTo(OURS);
        adopt(ofTheEntity, THEIRS);
        assertThat(inForce()).isEqualTo(THEIRS);
        assertThat(texts.inForce(null, Language.ITALIAN).of(Occasion.STATEMENT)).isEqualTo(OURS);
        assertThat(texts.inForce(entity.id(), Language.GERMAN).own()).doesNotContainKey(Occasion.STATEMENT);
        assertThat(texts.own()).contains(ofAll, ofTheEntity);

        adopt(ofTheEntity, null);
        assertThat(inForce()).isEqualTo(OURS);
        assertThat(texts.own()).contains(ofAll).doesNotContain(ofTheEntity);
        assertThat(texts.versions(ofTheEntity))
                .extracting(LetterTexts.Version::version, LetterTexts.Version::text, LetterTexts.Version::actor)
                .containsExactly(tuple(2, null, "clara"), tuple(1, THEIRS, "clara"));
    }

    @Test
    void whatIsSentHasTheWordsOfItsDayAndKeepsThem() {
        books.invoice(entity, "IT", "S-1", 100_00, Books.TODAY.minusDays(40));
        long customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        customers.addContact(
                new ContactDraft(customer, "Ada", ContactRole.OTHER, "ada@blum.example", "", "it", false), "test");
        sql.execute("update ledger.entity set email = 'ar@entity.example' where id = ?", entity.id());
        adopt(ofTheEntity, THEIRS);
        assertThat(statements.send(customer, Books.TODAY, CLARA)).isPresent();
        adopt(ofTheEntity, null);
        Message sent = outbox.messagesTo(CustomerId.of(customer), null, 1).getFirst();
        assertThat(sent.subject()).isEqualTo("Saldo di " + entity.name());
        assertThat(sent.text()).contains("Egregio ").contains("S-1").contains("A presto.");

        Texts words = Texts.shipped(Language.ITALIAN).with(Occasion.NOTICE_1, OURS);
        String number = sql.fetchSingle("select number from ledger.customer where id = ?", customer)
                .get(0, String.class);
        LetterContent merged =
                previews.of(Template.NOTICE_1, words, number, CLARA).orElseThrow();
        assertThat(Letters.write(merged).text()).contains("Gentile ").contains("S-1");
        assertThat(previews.of(Template.REMINDER, words, number, CLARA)).isEmpty();
        assertThat(previews.of(Template.NOTICE_1, words, "no such customer", CLARA))
                .isEmpty();
    }

    @Test
    void aVersionIsRefusedThatOvertakesAnotherChangesNothingOrHasNoReason() {
        assertThat(texts.adopt(new Draft(ofTheEntity, 1, OURS, "Warmer"), "clara"))
                .contains(Refusal.OVERTAKEN);
        assertThat(texts.adopt(new Draft(ofTheEntity, 0, inForce(), "Warmer"), "clara"))
                .contains(Refusal.NOTHING_CHANGED);
        assertThat(texts.adopt(new Draft(ofTheEntity, 0, null, "Warmer"), "clara"))
                .contains(Refusal.NOTHING_CHANGED);
        assertThat(texts.adopt(new Draft(ofTheEntity, 0, OURS, " "), "clara")).contains(Refusal.NO_REASON);
        adopt(ofTheEntity, OURS);
        assertThat(texts.adopt(new Draft(ofTheEntity, 1, OURS, "Warmer"), "clara"))
                .contains(Refusal.NOTHING_CHANGED);
        assertThatThrownBy(() -> sql.execute("update correspondence.letter_text set title = 'x'"))
                .isInstanceOf(DataAccessException.class);
    }

    private OwnText inForce() {
        return texts.inForce(entity.id(), Language.ITALIAN).of(Occasion.STATEMENT);
    }

    private void adopt(LetterTexts.Key key, @Nullable OwnText text) {
        assertThat(texts.adopt(new Draft(key, last(key), text, "Warmer"), "clara"))
                .isEmpty();
    }

    private int last(LetterTexts.Key key) {
        return texts.versions(key).stream()
                .mapToInt(LetterTexts.Version::version)
                .max()
                .orElse(0);
    }
}
