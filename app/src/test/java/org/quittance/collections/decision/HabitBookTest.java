package org.quittance.collections.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.HabitBook.News;
import org.quittance.collections.decision.HabitBook.Part;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.core.ledger.ItemId;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class HabitBookTest {

    private static final LocalDate TODAY = Books.TODAY;

    @Autowired
    private HabitBook habits;

    @Autowired
    private RuleBook rules;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    /** The first night reads the whole book at once, every other one account after the other. */
    @Test
    void habitsAreTheSameHoweverTheyAreRead() {
        clock.setTo(TODAY);
        LegalEntity entity = books.entity("EUR");
        Random dice = new Random(11);
        for (int account = 1; account <= 4; account++) {
            // Fewer than a habit looks at, and many more; of each some are open, and some paid in part.
            for (int i = 1; i <= account * 8; i++) {
                settle(entity, "H" + account, account + "-" + i, dice);
            }
        }

        List<String> atOnce = workedOut(entity, Instant.EPOCH);
        List<String> oneByOne = workedOut(entity, Instant.EPOCH.plusSeconds(1));

        assertThat(atOnce).hasSize(4);
        assertThat(oneByOne).isEqualTo(atOnce);
    }

    private void settle(LegalEntity entity, String account, String document, Random dice) {
        ItemId invoice = books.invoice(entity, account, document, 100_00, TODAY.minusDays(dice.nextInt(100, 200)));
        long paid = dice.nextInt(100) < 80 ? 100_00 : dice.nextLong(99_00);
        if (paid > 0) {
            LocalDate day = TODAY.minusDays(dice.nextInt(1, 120));
            ItemId payment = books.payment(entity, account, "P" + document, paid, day);
            ledger.allocate(
                    List.of(new AllocationOrder(payment, invoice, paid)), new PostingContext(day, "test", "test"));
        }
    }

    private List<String> workedOut(LegalEntity entity, Instant since) {
        News news = new News(
                since, Instant.EPOCH, TODAY, rules.rules(TODAY).policy().yardstick());
        sql.execute(
                "delete from collections.habit where account_id in (select id from ledger.account where entity_id = ?)",
                entity.id());
        habits.workOut(news, new Part(0, 2));
        habits.workOut(news, new Part(1, 2));
        return sql.fetch(
                        "select h::text from collections.habit h join ledger.account a on a.id = h.account_id"
                                + " where a.entity_id = ? order by h.account_id",
                        entity.id())
                .into(String.class);
    }
}
