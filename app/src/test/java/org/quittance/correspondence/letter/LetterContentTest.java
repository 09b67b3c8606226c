package org.quittance.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.correspondence.letter.SampleLetters.TODAY;
import static org.quittance.correspondence.letter.SampleLetters.item;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class LetterContentTest {

    private static final LocalDate PAY_BY = TODAY.plusDays(7);
    private static final OpenItem OVERDUE = item(1, ItemKind.INVOICE, "AP-1", TODAY.minusDays(1), "EUR", "100.00");
    private static final OpenItem DUE_TODAY = item(2, ItemKind.INVOICE, "AP-2", TODAY, "EUR", "100.00");
    private static final OpenItem CREDIT = item(3, ItemKind.CREDIT_NOTE, "CN-3", TODAY.plusDays(9), "EUR", "-100.00");
    private static final OpenItem DOLLARS = item(4, ItemKind.INVOICE, "AP-4", TODAY.minusDays(1), "USD", "20.00");

    static Object[][] refused() {
        return new Object[][] {
            {Template.NOTICE_1, null, List.of(OVERDUE), "without a pay-by day"},
            {Template.STATEMENT, PAY_BY, List.of(OVERDUE), "cannot name a pay-by day"},
            {Template.NOTICE_1, TODAY.minusDays(1), List.of(OVERDUE), "cannot ask for payment by 2026-03-01"},
            {Template.NOTICE_2, PAY_BY, List.of(OVERDUE, DUE_TODAY), "AP-2, due on 2026-03-02, does not belong"},
            {Template.REMINDER, null, List.of(DUE_TODAY, OVERDUE), "AP-1, due on 2026-03-01, does not belong"},
            {Template.STATEMENT, null, List.of(OVERDUE, OVERDUE), "an item is listed twice"},
            {Template.NOTICE_3, PAY_BY, List.of(OVERDUE, CREDIT), "cannot ask for EUR 0.00"},
        };
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aLetterThatWouldEmbarrassUsIsRefused(
            Template template, @Nullable LocalDate payBy, List<OpenItem> items, String because) {
        assertThatThrownBy(() -> letter(template, payBy, List.of(section(items))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    @Test
    void aCreditMayStandInANoticeBeforeItsOwnDueDate() {
        OpenItem small = item(5, ItemKind.CREDIT_NOTE, "CN-5", TODAY.plusDays(9), "EUR", "-30.00");
        assertThat(letter(Template.NOTICE_1, PAY_BY, List.of(section(List.of(OVERDUE, small))))
                        .totals())
                .containsExactly(Money.of("70.00", "EUR"));
    }

    @Test
    void currenciesAreNeverNetted() {
        assertThat(letter(Template.NOTICE_1, PAY_BY, List.of(section(List.of(DOLLARS)), section(List.of(OVERDUE))))
                        .totals())
                .containsExactly(Money.of("100.00", "EUR"), Money.of("20.00", "USD"));
        assertThatThrownBy(() -> section(List.of(OVERDUE, DOLLARS)))
                .hasMessageContaining("different accounts or currencies");
    }

    private static Section section(List<OpenItem> items) {
        return new Section("Alder", "D-1", new PaymentDetails("Alder", "", ""), items);
    }

    private static LetterContent letter(Template template, @Nullable LocalDate payBy, List<Section> sections) {
        return new LetterContent(
                template,
                Texts.shipped(Language.ENGLISH),
                TODAY,
                payBy,
                SampleLetters.sender(),
                SampleLetters.recipient("GB"),
                sections,
                SampleLetters.signature());
    }
}
