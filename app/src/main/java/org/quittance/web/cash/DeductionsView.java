package org.quittance.web.cash;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.DeductionReader.Asked;
import org.quittance.cash.DeductionReader.Deduction;
import org.quittance.cash.DeductionReader.Total;
import org.quittance.collections.guide.GuideNote;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.disputes.DisputeLine;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;

/**
 * What payers have kept back, and what of it is open by reason.
 *
 * @param disputes by item
 * @param guide what the process guide says to the reason that is asked for
 */
public record DeductionsView(
        Asked asked,
        List<Deduction> rows,
        Map<Long, List<DisputeLine>> disputes,
        List<Total> totals,
        List<GuideNote> guide,
        LocalDate today,
        Pager pager) {

    static final String LIST = "/cash/deductions";

    public DeductionsView {
        rows = List.copyOf(rows);
        disputes = Map.copyOf(disputes);
        totals = List.copyOf(totals);
        guide = List.copyOf(guide);
    }

    /** The list of one reason; of all where it is null. */
    public String url(boolean settledToo, @Nullable DeductionReason reason) {
        return asking(LIST, new Asked(settledToo, reason)).url();
    }

    public String exportUrl(String format) {
        return asking(LIST + "/export", asked).with("format", format).url();
    }

    /** About its item, the open ones first. */
    public List<DisputeLine> disputesOf(Deduction one) {
        return disputes.getOrDefault(one.itemId(), List.of());
    }

    /** The form that opens one about what is kept back. */
    public static String disputeUrl(Deduction one) {
        return Query.of("/disputes/new")
                .with("item", one.itemId())
                .with("reason", DisputeReason.of(one.reason()))
                .url();
    }

    public long days(Deduction one) {
        return ChronoUnit.DAYS.between(one.since(), today);
    }

    static Query asking(String path, Asked asked) {
        Query query = Query.of(path);
        query = asked.settledToo() ? query.with("settledToo", true) : query;
        return asked.reason() == null ? query : query.with("reason", asked.reason());
    }
}
