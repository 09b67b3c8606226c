package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Mention.Weight;

/**
 * Lists and ranges of which only the first number is whole.
 *
 * <p>{@code "4711001, 002, 05"} names 4711001, 4711002 and 4711005: an ending stands for the number before it with its last digits
 * replaced. {@code "4711001 - 4711005"} and {@code "4711001 bis 005"} name whatever the customer owes from the first to the last; numbers
 * of others in between are left out. Read only behind a number that names one item, and only as far as items of the same customer follow.
 */
final class Series {

    private static final int LONGEST_ENDING = 4;
    private static final int LONGEST_RANGE = 60;

    private final CandidateIndex index;
    private final Reading reading;
    private final List<Mention> found = new ArrayList<>();
    private boolean broken;

    private Series(CandidateIndex index, Reading reading) {
        this.index = index;
        this.reading = reading;
    }

    /**
     * What was read behind the numbers.
     *
     * @param isBroken whether something that looks like the continuation of a list or a range names no item
     */
    record Answer(List<Mention> mentions, boolean isBroken) {

        Answer {
            mentions = List.copyOf(mentions);
        }
    }

    /** What follows the numbers that are read already. */
    static Answer behind(List<Mention> mentions, Reading reading, CandidateIndex index) {
        Series series = new Series(index, reading);
        for (Mention mention : mentions) {
            if (mention.isFull() && !mention.isOfLetter() && mention.positions().size() == 1 && mention.end() > 0) {
                int customer = index.customerOf(mention.positions().getFirst());
                List<Mention> own = mentions.stream()
                        .filter(one -> !series.isMadeOfEndings(one)
                                || one.positions().stream()
                                        .anyMatch(position -> index.customerOf(position) == customer))
                        .toList();
                series.readBehind(mention, own);
            }
        }
        return new Answer(series.found, series.broken);
    }

    /** Whether every piece is short enough to be an ending: then it may be somebody else's number by chance. */
    private boolean isMadeOfEndings(Mention mention) {
        for (int run = reading.runAtOrAfter(mention.start());
                run < reading.runs() && reading.start(run) < mention.end();
                run++) {
            if (!reading.isDigits(run) || reading.word(run).length() > LONGEST_ENDING) {
                return false;
            }
        }
        return true;
    }

    private void readBehind(Mention first, List<Mention> mentions) {
        int customer = index.customerOf(first.positions().getFirst());
        String number = numberOf(first);
        int from = first.start();
        int run = reading.runAtOrAfter(first.end());
        while (run < reading.runs() && reading.continuesList(run)) {
            boolean range = reading.isRangeBefore(run);
            boolean word = reading.isWord(run) && mentionAt(mentions, reading.start(run)) == null;
            int at = word ? run + 1 : run;
            Mention next = at < reading.runs() ? mentionAt(mentions, reading.start(at)) : null;
            boolean mayGoOn = next == null
                    ? at < reading.runs() && reading.isDigits(at)
                    : range && !next.isOfLetter() && next.positions().size() == 1;
            if (!mayGoOn) {
                return;
            }
            String last = next == null ? continued(number, reading.word(at)) : numberOf(next);
            if (last.isEmpty()) {
                return;
            }
            int end = next == null ? reading.end(at) : next.end();
            List<Integer> positions = range ? between(number, last, customer) : own(last, customer);
            if (positions.isEmpty()) {
                broken = true;
                return;
            }
            for (int position : positions) {
                boolean known = mentions.stream()
                                .anyMatch(one -> one.positions().equals(List.of(position)))
                        || found.stream().anyMatch(one -> one.positions().equals(List.of(position)));
                if (!known) {
                    found.add(new Mention(
                            Kind.NUMBER_IN_SERIES,
                            Weight.FULL,
                            range ? from : reading.start(at),
                            end,
                            List.of(position)));
                }
            }
            number = last;
            from = reading.start(at);
            run = reading.runAtOrAfter(end);
        }
    }

    /** The number as the item bears it, so that endings can be put on it. */
    private String numberOf(Mention mention) {
        return index.keys(mention.positions().getFirst())[0];
    }

    /** The number with its last digits replaced; empty where the ending is no ending of it. */
    private static String continued(String number, String ending) {
        boolean fits = ending.length() <= LONGEST_ENDING
                && ending.length() < number.length()
                && number.substring(number.length() - ending.length()).chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? number.substring(0, number.length() - ending.length()) + ending : "";
    }

    private List<Integer> own(String number, int customer) {
        char[] key = number.toCharArray();
        return index.bearing(key, 0, key.length).stream()
                .filter(position -> index.customerOf(position) == customer)
                .toList();
    }

    /** The customer's items from one number to another of the same form; none where the way is too long. */
    private List<Integer> between(String first, String last, int customer) {
        int digits = 0;
        while (digits < first.length() && Character.isDigit(first.charAt(first.length() - 1 - digits)) && digits < 9) {
            digits++;
        }
        int cut = first.length() - digits;
        boolean alike = digits > 0
                && last.length() == first.length()
                && last.substring(0, cut).equals(first.substring(0, cut))
                && last.substring(cut).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!alike) {
            return List.of();
        }
        long from = Long.parseLong(first.substring(cut));
        long to = Long.parseLong(last.substring(cut));
        if (to <= from || to - from > LONGEST_RANGE || own(last, customer).isEmpty()) {
            return List.of();
        }
        List<Integer> positions = new ArrayList<>();
        for (long number = from + 1; number <= to; number++) {
            String digitsOf = Long.toString(number);
            String key = first.substring(0, cut) + "0".repeat(digits - digitsOf.length()) + digitsOf;
            positions.addAll(own(key, customer));
        }
        return positions;
    }

    private static @org.jspecify.annotations.Nullable Mention mentionAt(List<Mention> mentions, int start) {
        for (Mention mention : mentions) {
            if (mention.start() <= start && start < mention.end()) {
                return mention;
            }
        }
        return null;
    }
}
