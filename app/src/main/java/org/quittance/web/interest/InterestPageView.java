package org.quittance.web.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.interest.InterestClaim;
import org.quittance.collections.interest.InterestView;
import org.quittance.collections.interest.InterestWaiver;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.interest.AccountInterest.Line;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.interest.LateCharge;
import org.quittance.core.money.Money;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Query;

/**
 * What one account carries of interest and compensation at a day, and what was done about it.
 *
 * @param isPresent whether it shows today, on which something can be claimed and given up
 * @param waiting the waiver about which somebody else still has to decide; null where there is none
 * @param givingUp what the viewer may give up alone, and who approves more, in words
 */
public record InterestPageView(
        InterestView view,
        boolean isPresent,
        List<InterestClaim> claims,
        List<InterestWaiver> waivers,
        @Nullable Waiting waiting,
        WaiveForm form,
        String givingUp,
        Problems problems) {

    private static final int DECIMALS_SHOWN = 4;

    /**
     * A waiver that waits.
     *
     * @param needs whose approval it needs, in words
     */
    public record Waiting(InterestWaiver waiver, String needs) {

        public String documents() {
            return waiver.parts().stream().map(InterestWaiver.Part::document).collect(Collectors.joining(", "));
        }
    }

    public InterestPageView {
        claims = List.copyOf(claims);
        waivers = List.copyOf(waivers);
    }

    /** What a notice asks for: items of which a waiver waits are left out of it. */
    public Money claimed() {
        AccountInterest interest = Objects.requireNonNull(view.interest(), "interest");
        return interest.claimable().stream()
                .filter(line ->
                        waiting == null || !waiting.waiver().isAbout(line.item().id()))
                .map(Line::due)
                .reduce(Money.zero(interest.scheme().currency()), Money::plus);
    }

    public String path() {
        return path(view.account());
    }

    static String path(InterestView.Owed account) {
        return "/customers/%d/accounts/%d/interest".formatted(account.customerId(), account.accountId());
    }

    /**
     * The figures as a file.
     *
     * @param format {@code CSV} or {@code XLSX}
     */
    public String exportUrl(String format) {
        return Query.of(path() + "/export")
                .with("format", format)
                .with("asOf", view.asOf())
                .url();
    }

    /** Why an item carries nothing; empty where it carries something. */
    public static String why(Line line) {
        return line.charge() instanceof LateCharge.NotChargeable(LateCharge.Reason reason)
                ? reason.sentence() + "."
                : "";
    }

    /** {@code 11.75 %}. */
    public static String percent(InterestPeriod period) {
        return percent(period.percent());
    }

    static String percent(BigDecimal percent) {
        BigDecimal shown = percent.stripTrailingZeros();
        return shown.setScale(Math.max(2, shown.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString() + " %";
    }

    /** The interest of a period to four decimals; it is rounded to the minor unit on the item's total only. */
    public static String exact(InterestPeriod period) {
        return period.exact().setScale(DECIMALS_SHOWN, RoundingMode.HALF_UP).toPlainString();
    }
}
