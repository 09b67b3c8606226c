package org.quittance.collections.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Share;
import org.quittance.core.collections.Strategy;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.collections.StrategyVersion;

/**
 * A version of a strategy as it was written down, with what became of it.
 *
 * @param savedBy who wrote it
 * @param released when it went live; none while it is a draft
 * @param ended from when on it was taken out of the order; none while it was not
 */
public record StrategyKept(
        StrategyId id,
        int version,
        StrategyContent content,
        String savedBy,
        Instant savedAt,
        @Nullable Released released,
        @Nullable Ended ended) {

    /**
     * That it went live.
     *
     * @param shares to which share of customers, as it was changed, the latest last
     */
    public record Released(LocalDate from, RunningAccounts running, List<Shared> shares, String by, Instant at) {

        public Released {
            shares = List.copyOf(shares);
        }

        /** The share that holds on the day; none before the first. */
        public Share shareOn(LocalDate day) {
            Share share = Share.NONE;
            for (Shared shared : shares) {
                if (!shared.from().isAfter(day)) {
                    share = shared.share();
                }
            }
            return share;
        }

        /** The share that holds today, or will hold first. */
        public Share latest() {
            return shares.getLast().share();
        }

        /** Whether it was ever for some customers and not for others. */
        public boolean isCompared() {
            return shares.stream().anyMatch(shared -> !shared.share().isAll());
        }
    }

    /** A share from a day on. */
    public record Shared(Share share, LocalDate from, String reason, String by, Instant at) {}

    /** That the strategy was taken out of the order. */
    public record Ended(LocalDate on, String reason, String by, Instant at) {}

    /** Whether it was ever rolled out to some customers and not to others, so that there is something to compare. */
    public boolean isRolledOut() {
        return released != null && released.isCompared();
    }

    public boolean isDraft() {
        return released == null;
    }

    /** Whether somebody else must let it go live: a version that sends by itself is read by a second person before it does. */
    public boolean needsAnotherThan(String login) {
        return content.sendsByItself() && savedBy.equals(login);
    }

    boolean hasEndedOn(LocalDate day) {
        return ended != null && !ended.on().isAfter(day);
    }

    /** From when on another share would hold: today, or where it goes live later, from then on. */
    public LocalDate nextShareFrom(LocalDate today) {
        return released == null || released.from().isBefore(today) ? today : released.from();
    }

    Strategy strategy() {
        return new Strategy(content.name(), version, content.steps(), content.credits());
    }

    /** The share of customers that it is for on the day; a draft would be for all. */
    Share shareOn(LocalDate day) {
        return released == null ? Share.ALL : released.shareOn(day);
    }

    /** As if it went live for all customers on the day: whom it is for, whatever the lot says. */
    StrategyKept forAll(LocalDate from, RunningAccounts running) {
        Shared all = new Shared(Share.ALL, from, "", savedBy, savedAt);
        return new StrategyKept(
                id,
                version,
                content,
                savedBy,
                savedAt,
                new Released(from, running, List.of(all), savedBy, savedAt),
                null);
    }

    /** As accounts follow it on the day; a draft as it would be followed. */
    StrategyVersion asVersion(LocalDate day) {
        return new StrategyVersion(
                id,
                strategy(),
                content.audience(),
                shareOn(day),
                released == null ? RunningAccounts.MOVE : released.running());
    }
}
