package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sets of items mentioned that add up to the payment exactly, and leave the fewest full numbers of the text unexplained.
 *
 * <p>A number in the text may be chance, or belong to something else; a sum that is right to the cent without it is still an
 * explanation, only a lesser one.
 */
final class MentionSums {

    private static final double SOME_UNEXPLAINED = 0.985;

    /** Of the many items of a letter some set hits many an amount: a person decides. */
    private static final double PART_OF_LETTER = 0.90;

    /** Of more items than this only all together are tried. */
    private static final int MOST_ITEMS = 40;

    private static final int MOST_ANSWERS = 16;

    private MentionSums() {}

    static List<Explanation> explain(Case it, List<Mention> mentions, double confidence) {
        List<Named> items = Named.in(mentions);
        if (Named.total(it, items) == it.amount() && isReadable(items)) {
            return List.of(explanation(it, items, confidence));
        }
        if (items.size() < 2 || items.size() > MOST_ITEMS) {
            return List.of();
        }
        long[] amounts =
                items.stream().mapToLong(named -> it.open(named.position())).toArray();
        List<List<Named>> sets = SubsetSum.of(amounts, it.amount(), MOST_ANSWERS).sets().stream()
                .map(set -> IntStream.of(set).mapToObj(items::get).toList())
                .filter(MentionSums::isReadable)
                .toList();
        return fewestUnexplained(it, sets, mentions, confidence);
    }

    /** One piece of text is one item; only a number that several items share may stand for all of them. */
    private static boolean isReadable(List<Named> set) {
        List<Named> apart = set.stream()
                .filter(named -> !named.mention().mayLieOverOthers())
                .toList();
        for (int i = 0; i < apart.size(); i++) {
            for (int j = i + 1; j < apart.size(); j++) {
                Mention one = apart.get(i).mention();
                Mention other = apart.get(j).mention();
                boolean shared = one.equals(other) && Named.positions(set).containsAll(one.positions());
                if (!shared && (one.equals(other) || one.overlaps(other))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Explanation> fewestUnexplained(
            Case it, List<List<Named>> sets, List<Mention> mentions, double confidence) {
        List<List<Named>> best = new ArrayList<>();
        long fewest = Long.MAX_VALUE;
        for (List<Named> set : sets) {
            long unexplained = unexplained(set, mentions).count();
            if (unexplained < fewest) {
                best.clear();
            }
            if (unexplained <= fewest) {
                fewest = unexplained;
                best.add(set);
            }
        }
        double sure = fewest == 0 ? confidence : Math.min(confidence, SOME_UNEXPLAINED);
        return best.stream()
                .map(set -> explanation(
                        it, set, unexplained(set, mentions).anyMatch(Mention::isOfLetter) ? PART_OF_LETTER : sure))
                .toList();
    }

    private static Stream<Mention> unexplained(List<Named> set, List<Mention> mentions) {
        List<Integer> positions = Named.positions(set);
        return mentions.stream()
                .filter(Mention::isFull)
                .filter(mention -> mention.positions().stream().noneMatch(positions::contains));
    }

    private static Explanation explanation(Case it, List<Named> set, double confidence) {
        List<Evidence> evidence = Named.evidence(it, set);
        evidence.add(Explanation.amountFits(set.size()));
        return Explanation.whole(it, Named.positions(set), confidence, evidence);
    }
}
