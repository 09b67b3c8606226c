package org.quittance.web.team;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.ledger.AccountFilter;
import org.quittance.web.page.Query;
import org.quittance.web.page.Typed;

/**
 * A list of accounts that is asked for, and what is to be done with it.
 *
 * @param account those that are ticked
 * @param all whether all are meant that the filter finds; null for no
 * @param to the portfolio to which they go
 */
public record AccountsForm(
        @Nullable String words,
        @Nullable Long portfolio,
        @Nullable Long entity,
        @Nullable String country,
        @Nullable String segment,
        @Nullable Integer from,
        @Nullable Set<Long> account,
        @Nullable Boolean all,
        @Nullable Long to,
        @Nullable String reason) {

    AccountFilter filter() {
        return new AccountFilter(
                Typed.text(words),
                portfolio,
                entity,
                Typed.text(country).toUpperCase(Locale.ROOT),
                Typed.text(segment));
    }

    int start() {
        return from == null ? 0 : Math.max(0, from);
    }

    Query query(String path) {
        AccountFilter filter = filter();
        return Query.of(path)
                .with("words", filter.words())
                .with("portfolio", filter.portfolioId() == null ? "" : filter.portfolioId())
                .with("entity", filter.entityId() == null ? "" : filter.entityId())
                .with("country", filter.country())
                .with("segment", filter.segment());
    }
}
