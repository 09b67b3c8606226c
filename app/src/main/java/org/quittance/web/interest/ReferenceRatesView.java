package org.quittance.web.interest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.interest.ReferenceRateBook.Entry;
import org.quittance.core.interest.LatePaymentScheme;
import org.quittance.web.page.Problems;

/** The reference rates that are kept, with the form that enters another. */
public record ReferenceRatesView(List<Entry> entries, NewReferenceRate rate, Problems problems) {

    public ReferenceRatesView {
        entries = List.copyOf(entries);
    }

    public LatePaymentScheme[] schemes() {
        return LatePaymentScheme.values();
    }

    public static String percent(Entry entry) {
        return InterestPageView.percent(entry.percent());
    }

    /** What the form sends. */
    public record NewReferenceRate(
            @Nullable LatePaymentScheme scheme,
            @Nullable LocalDate day,
            @Nullable String percent,
            @Nullable String source) {

        static NewReferenceRate empty() {
            return new NewReferenceRate(null, null, null, null);
        }
    }
}
