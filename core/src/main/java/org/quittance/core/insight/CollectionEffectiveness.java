package org.quittance.core.insight;

import java.math.BigDecimal;
import org.quittance.core.money.Money;

/**
 * How much of what could have been collected in a period was.
 *
 * <p>Opening receivables of 250, sales of 380, closing receivables of 300 of which 180 not yet due: 330 / 450 = 73.3 %.
 */
public final class CollectionEffectiveness {

    private CollectionEffectiveness() {}

    public static Figure index(Money opening, Money sales, Money closing, Money closingNotYetDue) {
        Money turned = opening.plus(sales);
        BigDecimal collected = turned.minus(closing).toDecimal().multiply(BigDecimal.valueOf(100));
        BigDecimal collectable = turned.minus(closingNotYetDue).toDecimal();
        return Figure.ratio(Measure.COLLECTION_EFFECTIVENESS, collected, collectable, Figure.Gap.NOTHING_COLLECTABLE);
    }
}
