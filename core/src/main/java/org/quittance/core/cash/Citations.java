package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.cash.CandidateIndex.Letter;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Mention.Weight;
import org.quittance.core.cash.Reading.Window;
import org.quittance.core.reference.LetterReference;
import org.quittance.core.reference.PlanNumber;
import org.quittance.core.reference.StructuredReference;
import org.quittance.core.reference.StructuredReference.Found;

/**
 * Finds the numbers of items in what the payer wrote: exactly, but however they are spaced, punctuated or run together.
 *
 * <p>At each place the longest number wins: in {@code INV10000 0000008632} the item INV100000000008632 is named, not INV10000.
 */
final class Citations {

    private static final int LEAST_ALONE = 3;
    private static final int LEAST_FULL = ReferenceKey.MIN_CORE;
    private static final int LEAST_SPACED = 6;

    /** A run of at least two numbers without anything between them. */
    private static final int LEAST_RUN_TOGETHER = 2 * LEAST_FULL;

    private final CandidateIndex index;
    private final Reading reading;
    private final List<Mention> mentions = new ArrayList<>();

    private Citations(CandidateIndex index, Reading reading) {
        this.index = index;
        this.reading = reading;
    }

    static List<Mention> in(Payment payment, Reading reading, CandidateIndex index) {
        Citations citations = new Citations(index, reading);
        if (index.hasLetters()) {
            citations.readLetters(payment);
        }
        citations.readReferences(payment.structuredReferences());
        citations.readCreditorReferences(payment.remittanceText());
        citations.readText();
        return citations.mentions;
    }

    /** Letters quoted in the text, and those quoted only in a reference beside it: each names the items that it listed. */
    private void readLetters(Payment payment) {
        Set<String> inText = new HashSet<>();
        for (Found found : LetterReference.find(payment.remittanceText())) {
            Letter letter = index.letter(found.reference());
            if (letter != null) {
                addItems(letter, Kind.LETTER_REFERENCE, found.start(), found.end());
                inText.add(letter.quoted().reference());
            }
        }
        for (PlanNumber.Found found : PlanNumber.find(payment.remittanceText())) {
            Letter plan = index.plan(found.number());
            if (plan != null && inText.add(plan.quoted().reference())) {
                addItems(plan, Kind.DOCUMENT_NUMBER, found.start(), found.end());
            }
        }
        for (String reference : payment.structuredReferences()) {
            for (Found found : LetterReference.find(reference)) {
                Letter letter = index.letter(found.reference());
                if (letter != null && inText.add(letter.quoted().reference())) {
                    addItems(letter, Kind.LETTER_REFERENCE, 0, 0);
                }
            }
            for (PlanNumber.Found found : PlanNumber.find(reference)) {
                Letter plan = index.plan(found.number());
                if (plan != null && inText.add(plan.quoted().reference())) {
                    addItems(plan, Kind.DOCUMENT_NUMBER, 0, 0);
                }
            }
        }
    }

    /** One mention for each item, so that the letter counts like a list of their numbers; one for none where nothing is open. */
    private void addItems(Letter letter, Kind kind, int start, int end) {
        if (letter.positions().isEmpty()) {
            mentions.add(new Mention(kind, Weight.FULL, start, end, List.of(), letter.quoted()));
        }
        for (int position : letter.positions()) {
            mentions.add(new Mention(kind, Weight.FULL, start, end, List.of(position), letter.quoted()));
        }
    }

    private void readReferences(List<String> references) {
        for (String reference : references) {
            List<Integer> positions = bearing(ReferenceKey.of(reference));
            if (positions.isEmpty()) {
                positions = StructuredReference.find(reference).stream()
                        .filter(found -> index.letter(found.reference()) == null)
                        .findFirst()
                        .map(found -> bearing(found.reference().body()))
                        .orElse(List.of());
            }
            if (!positions.isEmpty()) {
                mentions.add(new Mention(Kind.STRUCTURED_REFERENCE, Weight.FULL, 0, 0, positions));
            }
        }
    }

    /** A structured reference in the text whose body, without the check digits, is an item's number. */
    private void readCreditorReferences(String text) {
        for (Found found : StructuredReference.find(text)) {
            List<Integer> positions = bearing(found.reference().value());
            if (positions.isEmpty() && index.letter(found.reference()) == null) {
                positions = bearing(found.reference().body());
            }
            if (!positions.isEmpty()) {
                mentions.add(
                        new Mention(Kind.STRUCTURED_REFERENCE, Weight.FULL, found.start(), found.end(), positions));
            }
        }
    }

    private void readText() {
        int run = 0;
        while (run < reading.runs()) {
            List<Window> windows = reading.windowsFrom(run);
            Optional<Window> longest = longestNumber(windows);
            if (longest.isPresent()) {
                run = longest.get().lastRun() + 1;
            } else {
                if (!windows.isEmpty()
                        && windows.getFirst().firstRun() == windows.getFirst().lastRun()) {
                    readRunTogether(windows.getFirst());
                }
                run++;
            }
        }
    }

    private Optional<Window> longestNumber(List<Window> windows) {
        for (Window window : windows.reversed()) {
            if (mayBeNumber(window) && !overlapsMention(window)) {
                List<Integer> positions = bearing(reading.compact, window.compactFrom(), window.compactTo());
                if (!positions.isEmpty()) {
                    mentions.add(new Mention(
                            kind(window, positions), weight(window), window.start(), window.end(), positions));
                    return Optional.of(window);
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayBeNumber(Window window) {
        if (reading.isSpaced(window)) {
            return window.length() >= LEAST_SPACED;
        }
        boolean longEnough =
                window.length() >= LEAST_FULL || (window.length() >= LEAST_ALONE && reading.standsAlone(window));
        return longEnough && !reading.isInsideDate(window);
    }

    private boolean overlapsMention(Window window) {
        for (Mention mention : mentions) {
            if (mention.start() < window.end() && window.start() < mention.end()) {
                return true;
            }
        }
        return false;
    }

    private Weight weight(Window window) {
        return window.length() < LEAST_FULL || reading.looksLikeDate(window) ? Weight.FAINT : Weight.FULL;
    }

    private Kind kind(Window window, List<Integer> positions) {
        if (reading.isSpaced(window)) {
            return Kind.NUMBER_REJOINED;
        }
        int from = window.compactFrom();
        boolean inFull = index.keyInFull(positions.getFirst(), reading.compact, from, window.compactTo()) != null;
        return inFull ? Kind.DOCUMENT_NUMBER : Kind.NUMBER_SHORTENED;
    }

    /** Numbers of one customer, or of those for whom one pays, without a blank between them; they must make up the whole run, to the last digit. */
    private void readRunTogether(Window run) {
        if (run.length() < LEAST_RUN_TOGETHER || reading.digitsIn(run) < run.length()) {
            return;
        }
        List<Mention> parts = new ArrayList<>();
        if (partition(run, run.compactFrom(), parts)) {
            mentions.addAll(parts.reversed());
        }
    }

    private boolean partition(Window run, int from, List<Mention> parts) {
        if (from == run.compactTo()) {
            return true;
        }
        for (int to = run.compactTo(); to - from >= LEAST_FULL; to--) {
            List<Integer> positions = bearing(reading.compact, from, to);
            if (!positions.isEmpty() && partition(run, to, parts) && isPaidTogether(positions, parts)) {
                int start = run.start() + from - run.compactFrom();
                parts.add(new Mention(Kind.NUMBER_REJOINED, Weight.FULL, start, start + to - from, positions));
                return true;
            }
        }
        return false;
    }

    private boolean isPaidTogether(List<Integer> positions, List<Mention> parts) {
        return parts.isEmpty()
                || positions.stream()
                        .anyMatch(one -> parts.getFirst().positions().stream()
                                .anyMatch(other -> index.paidTogether(index.customerOf(one), index.customerOf(other))));
    }

    private List<Integer> bearing(String reference) {
        char[] key = ReferenceKey.of(reference).toCharArray();
        return bearing(key, 0, key.length);
    }

    /** A number with more leading zeros than the item's is the item's number as well. */
    private List<Integer> bearing(char[] text, int from, int to) {
        List<Integer> positions = index.bearing(text, from, to);
        int digits = from;
        while (digits < to && text[digits] == '0') {
            digits++;
        }
        return positions.isEmpty() && digits > from && to - digits >= LEAST_FULL
                ? index.bearing(text, digits, to)
                : positions;
    }
}
