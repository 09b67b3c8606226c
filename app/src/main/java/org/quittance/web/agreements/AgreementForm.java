package org.quittance.web.agreements;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.core.agreement.Interval;

/**
 * The form for what is agreed about items, as it was sent, or empty.
 *
 * @param due the day of a promise
 * @param percent interest of a plan, a year, as typed
 * @param parts instalments as agreed one by one: a day and an amount on each line; empty for equal ones
 * @param repeat whether a promise that was noted a moment ago is meant once more; null where that was not asked
 */
public record AgreementForm(
        @Nullable List<Long> item,
        @Nullable LocalDate due,
        @Nullable Long contact,
        @Nullable String note,
        @Nullable Integer count,
        @Nullable LocalDate first,
        @Nullable Interval interval,
        @Nullable String percent,
        @Nullable String fee,
        @Nullable String parts,
        PromiseDraft.@Nullable Repeat repeat) {

    /** Empty, about items. */
    public static AgreementForm about(@Nullable List<Long> items) {
        return new AgreementForm(items, null, null, null, null, null, null, null, null, null, null);
    }

    public List<Long> items() {
        return item == null ? List.of() : item;
    }
}
