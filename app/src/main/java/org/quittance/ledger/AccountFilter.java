package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a list are asked for.
 *
 * @param words in the customer's name, or the whole number of customer or account; empty for all
 * @param portfolioId null for all
 * @param entityId null for all
 * @param country two capital letters; empty for all
 * @param segment as it is written; empty for all
 */
public record AccountFilter(
        String words, @Nullable Long portfolioId, @Nullable Long entityId, String country, String segment) {

    Condition condition() {
        List<Condition> conditions = new ArrayList<>();
        if (!words.isEmpty()) {
            conditions.add(DSL.lower(ACCOUNT_VIEW.CUSTOMER_NAME)
                    .contains(words.toLowerCase(Locale.ROOT))
                    .or(ACCOUNT_VIEW.CUSTOMER_NUMBER.eq(words))
                    .or(ACCOUNT_VIEW.ACCOUNT_NUMBER.eq(words)));
        }
        if (portfolioId != null) {
            conditions.add(ACCOUNT_VIEW.PORTFOLIO_ID.eq(portfolioId));
        }
        if (entityId != null) {
            conditions.add(ACCOUNT_VIEW.ENTITY_ID.eq(entityId));
        }
        if (!country.isEmpty()) {
            conditions.add(ACCOUNT_VIEW.COUNTRY.eq(country));
        }
        if (!segment.isEmpty()) {
            conditions.add(ACCOUNT_VIEW.SEGMENT.eq(segment));
        }
        return DSL.and(conditions);
    }
}
