package org.quittance.core.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.dispute.Dispute.Objection;
import org.quittance.core.dispute.Dispute.State;
import org.quittance.core.money.Money;

class DisputeTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            wanted, open,    disputed, words,     objection
            200.00, 1000.00, 0.00,     '',        -
            800.00, 1000.00, 200.00,   '',        -
            800.01, 1000.00, 200.00,   '',        MORE_THAN_OPEN
            0.00,   1000.00, 0.00,     '',        NOT_AN_AMOUNT
            -1.00,  1000.00, 0.00,     '',        NOT_AN_AMOUNT
            10.00,  0.00,    0.00,     '',        NOTHING_OPEN
            10.00,  -50.00,  0.00,     '',        NOTHING_OPEN
            """, useHeadersInDisplayName = true)
    void whatIsOpenAndNotDisputedYetCanBeDisputed(
            String wanted, String open, String disputed, String words, Objection objection) {
        assertThat(Dispute.objectionToOpening(euro(wanted), euro(open), euro(disputed), DisputeReason.PRICE, words))
                .isEqualTo(Optional.ofNullable(objection));
    }

    @Test
    void whereNoReasonIsKnownTheCustomersWordsAreNeeded() {
        assertThat(Dispute.objectionToOpening(euro("1"), euro("5"), euro("0"), DisputeReason.UNKNOWN, " "))
                .contains(Objection.NEEDS_WORDS);
        assertThat(Dispute.objectionToOpening(euro("1"), euro("5"), euro("0"), DisputeReason.UNKNOWN, "they laugh"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, OWED", "50.00, PARTLY_OWED", "200.00, NOT_OWED"})
    void anAnswerSaysHowMuchIsNotOwed(String notOwed, State state) {
        Dispute open = new Dispute(euro("200.00"), State.OPEN);
        assertThat(open.objectionToAnswer(euro(notOwed), "checked")).isEmpty();
        assertThat(open.answered(euro(notOwed)).state()).isEqualTo(state);
    }

    @Test
    void anAnswerIsGivenOnceWithinWhatIsDisputedAndWithAFinding() {
        Dispute open = new Dispute(euro("200.00"), State.OPEN);
        assertThat(open.objectionToAnswer(euro("200.01"), "checked")).contains(Objection.NOT_WITHIN);
        assertThat(open.objectionToAnswer(euro("-0.01"), "checked")).contains(Objection.NOT_WITHIN);
        assertThat(open.objectionToAnswer(euro("200.00"), " ")).contains(Objection.NEEDS_A_FINDING);
        assertThat(open.answered(euro("200.00")).objectionToAnswer(euro("0"), "checked"))
                .contains(Objection.IS_OVER);
        assertThatThrownBy(() -> new Dispute(euro("0"), State.OPEN)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(DeductionReason.class)
    void everyReasonOfADeductionIsOneOfADispute(DeductionReason reason) {
        assertThat(DisputeReason.of(reason).label()).isEqualTo(reason.label());
    }

    @Test
    void aRouteHasAServiceLevelThatCanBeKept() {
        assertThat(DisputeRoute.standard(DisputeReason.UNKNOWN).opensItself()).isFalse();
        assertThat(DisputeRoute.standard(DisputeReason.FREIGHT).opensItself()).isTrue();
        assertThatThrownBy(() -> new DisputeRoute(DisputeReason.TAX, null, 0, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DisputeRoute(DisputeReason.TAX, null, 61, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
