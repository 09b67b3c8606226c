package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;

class DueDateRuleTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            put off by agreement           |  100.00 |  100.00 | 2026-04-15 |            |
            brought forward                |  100.00 |   40.00 | 2026-01-20 |            |
            on the day of the document     |  100.00 |  100.00 | 2026-01-10 |            |
            three years away to the day    |  100.00 |  100.00 | 2029-03-02 |            |
            changed before, the same day   |  100.00 |  100.00 | 2026-04-15 | 2026-03-02 |
            a credit                       | -100.00 | -100.00 | 2026-04-15 |            | NOT_OWED
            settled                        |  100.00 |    0.00 | 2026-04-15 |            | SETTLED
            the same day                   |  100.00 |  100.00 | 2026-02-09 |            | CHANGES_NOTHING
            before the document            |  100.00 |  100.00 | 2026-01-09 |            | BEFORE_THE_DOCUMENT
            a wrong year                   |  100.00 |  100.00 | 2062-04-15 |            | TOO_FAR
            known to have changed later    |  100.00 |  100.00 | 2026-04-15 | 2026-03-03 | BEFORE_THE_LAST_CHANGE
            """)
    void aDueDateIsChangedWhereItCanBe(
            String when,
            String original,
            String open,
            LocalDate wished,
            @Nullable LocalDate changedOn,
            @Nullable DueDateRefusal refusal) {
        DueDateRule.Standing item = new DueDateRule.Standing(
                LocalDate.parse("2026-01-10"),
                LocalDate.parse("2026-02-09"),
                Money.of(original, "EUR"),
                Money.of(open, "EUR"),
                changedOn);
        assertThat(DueDateRule.refusal(item, wished, TODAY)).as(when).isEqualTo(Optional.ofNullable(refusal));
    }
}
