package org.quittance.web.strategies;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.RolloutLine;
import org.quittance.collections.decision.Rollouts;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.core.collections.Difference;
import org.quittance.core.collections.RolloutResults;
import org.quittance.core.money.Money;
import org.quittance.web.page.Format;
import org.quittance.web.page.Pager;

/**
 * The roll-out of one version to a share of customers, and what has come of it.
 *
 * @param stay where the accounts are today
 */
public record RolloutPageView(
        StrategyKept version,
        RolloutResults results,
        Rollouts.Today stay,
        List<RolloutLine> lines,
        Pager pager,
        LocalDate today) {

    public RolloutPageView {
        lines = List.copyOf(lines);
    }

    public String path() {
        return "/strategies/%s/versions/%d/rollout".formatted(version.content().code(), version.version());
    }

    public List<StrategyKept.Shared> shares() {
        StrategyKept.Released released = version.released();
        return released == null ? List.of() : released.shares();
    }

    /** The share that holds today, or will hold first. */
    public int percent() {
        return shares().getLast().share().percent();
    }

    /** Whether it can be rolled out to another share. */
    public boolean canChange() {
        return version.ended() == null && percent() < 100;
    }

    /** Where accounts have gone from where they came in; they count as they came in, up to the day of another share. */
    public List<String> gone(Format format) {
        long with = results.with().accounts();
        long heldOut = results.heldOut().accounts();
        List<String> gone = new ArrayList<>();
        if (stay.cameToIt() > 0) {
            gone.add("%s of the %s held out came to it by a larger share, and are compared up to that day."
                    .formatted(format.count(stay.cameToIt()), format.count(heldOut)));
        }
        if (stay.leftIt() > 0) {
            gone.add("%s of the %s with it were taken out of it by a smaller share, and are compared up to that day."
                    .formatted(format.count(stay.leftIt()), format.count(with)));
        }
        if (stay.with() + stay.leftIt() < with || stay.heldOut() + stay.cameToIt() < heldOut) {
            gone.add(
                    "Today %s of the %s with it follow it, and %s of the %s held out would without the lot. The others%s owe nothing or other sums by now, or another strategy that is asked before takes them; they are counted where they came in."
                            .formatted(
                                    format.count(stay.with()),
                                    format.count(with),
                                    format.count(stay.heldOut()),
                                    format.count(heldOut),
                                    stay.cameToIt() + stay.leftIt() > 0 ? " that another share has not moved" : ""));
        }
        return gone;
    }

    /** On which side an account is counted, and until when. */
    public String side(RolloutLine line, Format format) {
        String side = line.heldOut() ? "Held out" : "With it";
        return line.crossedOn() == null ? side : side + " until " + format.date(line.crossedOn());
    }

    /** What the days to pay say, in one sentence for somebody who decides. */
    public String verdict(Format format) {
        Difference days = results.daysToPay();
        if (days == null) {
            return "Too little is known yet to compare how fast the two sides pay: both need several customers with items that have been due for a week, of whom some have paid.";
        }
        if (!days.isTold()) {
            return "No difference in days to pay can be told from chance yet.";
        }
        return days.estimate() < 0
                ? "Customers with this version pay %s days sooner.".formatted(one(-days.estimate(), format))
                : "Customers with this version pay %s days later.".formatted(one(days.estimate(), format));
    }

    public Optional<String> interval(@Nullable Difference difference, Format format) {
        return Optional.ofNullable(difference)
                .map(each -> "%s (95 %% sure: %s to %s)"
                        .formatted(
                                signed(each.estimate(), format),
                                signed(each.low(), format),
                                signed(each.high(), format)));
    }

    /** The same for a difference in minor units, in units of the currency. */
    public Optional<String> moneyInterval(RolloutResults.Cash cash, Format format) {
        double unit = Math.pow(10, cash.currency().getDefaultFractionDigits());
        return Optional.ofNullable(cash.perContact())
                .flatMap(each ->
                        interval(new Difference(each.estimate() / unit, each.low() / unit, each.high() / unit), format))
                .map(text -> text + " " + cash.currency().getCurrencyCode());
    }

    public String days(RolloutResults.Side side, Format format) {
        Double days = side.daysToPay();
        return days == null ? "" : one(days, format);
    }

    public Money money(RolloutResults.Cash cash, long minor) {
        return Money.ofMinor(minor, cash.currency());
    }

    /** Money for one contact, to the minor unit; none where nobody was contacted. */
    public Optional<Money> perContact(RolloutResults.Cash cash, RolloutResults.Cash.Side side) {
        Double minor = side.perContactMinor();
        return minor == null ? Optional.empty() : Optional.of(money(cash, Math.round(minor)));
    }

    private static String one(double number, Format format) {
        NumberFormat decimals = NumberFormat.getNumberInstance(format.locale());
        decimals.setMinimumFractionDigits(1);
        decimals.setMaximumFractionDigits(1);
        return decimals.format(number);
    }

    private static String signed(double number, Format format) {
        return (number > 0 ? "+" : "") + one(number, format);
    }
}
