package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class OverdueExcerptTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    @Test
    void asManyOfTheOldestAsOfTheLargestAreShownTheOldestFirst() {
        List<OpenItem> items = List.of(
                item(1, 10_00, "EUR", 90),
                item(2, 20_00, "EUR", 80),
                item(3, 30_00, "EUR", 70),
                item(4, 900_00, "EUR", 5),
                item(5, 800_00, "USD", 6),
                item(6, 40_00, "EUR", 60),
                item(7, 50_00, "USD", 50));
        OverdueExcerpt excerpt = OverdueExcerpt.of(items, TODAY, 4);
        assertThat(excerpt.shown()).extracting(OpenItem::document).containsExactly("D1", "D2", "D5", "D4");
        assertThat(excerpt.more()).isEqualTo(3);
        assertThat(excerpt.moreAmounts()).containsExactly(Money.of("70", "EUR"), Money.of("50", "USD"));
    }

    @Test
    void whatIsNotOverdueAndWhatIsACreditIsLeftOutAndNothingMoreIsSaid() {
        OverdueExcerpt excerpt = OverdueExcerpt.of(
                List.of(item(1, 10_00, "EUR", 0), item(2, -10_00, "EUR", 40), item(3, 10_00, "EUR", 1)), TODAY, 4);
        assertThat(excerpt.shown()).extracting(OpenItem::document).containsExactly("D3");
        assertThat(excerpt.more()).isZero();
        assertThat(excerpt.moreAmounts()).isEmpty();
    }

    @Test
    void anItemThatIsBothOldAndLargeTakesOnePlace() {
        List<OpenItem> items = LongStream.rangeClosed(1, 6)
                .mapToObj(id -> item(id, 700_00 - id, "EUR", 100 - id))
                .toList();
        assertThat(OverdueExcerpt.of(items, TODAY, 4).shown())
                .extracting(OpenItem::document)
                .containsExactly("D1", "D2", "D3", "D4");
    }

    private static OpenItem item(long id, long minor, String currency, long daysPastDue) {
        Money money = Money.ofMinor(minor, currency);
        LocalDate due = TODAY.minusDays(daysPastDue);
        return new OpenItem(
                ItemId.of(id),
                AccountId.of(1),
                money.isPositive() ? ItemKind.INVOICE : ItemKind.CREDIT_NOTE,
                "D" + id,
                due.minusDays(30),
                due,
                money,
                money);
    }
}
