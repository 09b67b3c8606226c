package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.cash.Payment.RemittanceLine;
import org.quittance.core.money.Money;

class RemittanceAdviceTest {

    private static Money usd(long minor) {
        return Money.ofMinor(minor, "USD");
    }

    private static RemittanceAdvice.Line line(String document, long net) {
        return new RemittanceAdvice.Line(document, List.of(), null, null, null, "", usd(net));
    }

    private static RemittanceAdvice advice(long total, RemittanceAdvice.Line... lines) {
        return new RemittanceAdvice("test", "Mart Inc.", "", "", "1", null, usd(total), List.of(lines));
    }

    @Test
    void aDocumentNamedTwiceCountsOnceWithAllThatIsPaidForIt() {
        assertThat(advice(90, line("A1", 60), line("B2", -10), line("A1 ", 40)).paymentLines())
                .containsExactly(new RemittanceLine("A1", usd(100)), new RemittanceLine("B2", usd(-10)));
    }

    @Test
    void whatIsTakenOffIsToldWithItsReasonsAndWhatIsAddedIsNot() {
        RemittanceAdvice.Line less =
                new RemittanceAdvice.Line("A1", List.of(), usd(100), usd(2), usd(-8), "06", usd(90));
        RemittanceAdvice.Line more = new RemittanceAdvice.Line("B2", List.of(), usd(10), null, usd(1), "71", usd(11));
        assertThat(advice(101, less, more).paymentLines())
                .containsExactly(
                        new RemittanceLine("A1", usd(90), 10, "discount taken; reason 06"),
                        new RemittanceLine("B2", usd(11)));
    }

    @Test
    void linesThatDoNotAddUpAreNotTakenAtTheirWord() {
        RemittanceAdvice advice = advice(100, line("A1", 60));
        assertThat(advice.difference()).isEqualTo(usd(40));
        assertThat(advice.paymentLines()).isEmpty();
    }

    @Test
    void aLineWithoutADocumentLeavesTheAdviceToAPerson() {
        assertThat(advice(100, line("A1", 60), line(" ", 40)).paymentLines()).isEmpty();
    }

    @Test
    void nobodyPaysLessThanNothingAndAmountsAreOfOneCurrency() {
        assertThatThrownBy(() -> advice(-1)).hasMessageContaining("nobody pays");
        RemittanceAdvice.Line euro =
                new RemittanceAdvice.Line("A1", List.of(), null, null, null, "", Money.ofMinor(1, "EUR"));
        assertThatThrownBy(() -> advice(1, euro)).hasMessageContaining("on one advice");
    }
}
