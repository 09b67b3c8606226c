package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Mention.Weight;
import org.quittance.core.cash.Reading.Window;

/**
 * Compares the pieces of a text with the numbers of single items, for those that were mistyped, cut, or lost in a long row of
 * digits.
 */
final class DamagedNumbers {

    private static final int LEAST_DIGITS = 4;

    /** A number of so many digits that belongs to no item casts doubt on whatever else is found. */
    private static final int DOCUMENT_DIGITS = 6;

    private final Reading reading;
    private final CandidateIndex index;
    private final List<Window> pieces = new ArrayList<>();
    private final List<Window> rows;

    DamagedNumbers(Reading reading, CandidateIndex index) {
        this.reading = reading;
        this.index = index;
        rows = reading.longRows();
        for (int run = 0; run < reading.runs(); run++) {
            for (Window window : reading.windowsFrom(run)) {
                if (reading.digitsIn(window) >= LEAST_DIGITS && !reading.isInsideDate(window)) {
                    pieces.add(window);
                }
            }
        }
    }

    /** The piece of the text that is most like one of the item's numbers, or null where none is. */
    @Nullable
    Mention like(int position) {
        Resemblance best = Resemblance.NONE;
        Window where = null;
        for (String key : index.keys(position)) {
            int core = ReferenceKey.coreStart(key);
            for (Window piece : pieces) {
                Resemblance found = Resemblance.of(reading.compact, piece.compactFrom(), piece.compactTo(), key, core);
                if (found.compareTo(best) < 0 && (found == Resemblance.SAME || reading.standsAlone(piece))) {
                    best = found;
                    where = piece;
                }
            }
        }
        return where == null
                ? insideRow(position)
                : new Mention(kind(best), Weight.FAINT, where.start(), where.end(), List.of(position));
    }

    /** Whether the text has a number, as long as a document's, that none of the mentions accounts for. */
    boolean hasOtherThan(List<Mention> mentions) {
        return hasOtherThan(mentions, DOCUMENT_DIGITS);
    }

    /** The same for numbers of so many digits. */
    boolean hasOtherThan(List<Mention> mentions, int digits) {
        return pieces.stream()
                .filter(piece -> piece.length() >= digits
                        && (piece.firstRun() == piece.lastRun()
                                || (reading.standsAlone(piece) && !reading.isSpaced(piece) && !reading.isMonth(piece))))
                .anyMatch(piece -> mentions.stream()
                        .noneMatch(mention -> mention.start() < piece.end() && piece.start() < mention.end()));
    }

    private @Nullable Mention insideRow(int position) {
        for (Window row : rows) {
            for (String key : index.keys(position)) {
                int end = Resemblance.endInside(reading.compact, row.compactFrom(), row.compactTo(), key);
                if (end >= 0) {
                    // An error may stand at either edge; neighbours in the row must not seem to overlap because of it.
                    int length = key.length() - ReferenceKey.coreStart(key);
                    int from = Math.max(row.compactFrom(), end - length + 2);
                    return new Mention(
                            Kind.NUMBER_REJOINED,
                            Weight.FAINT,
                            reading.textPosition(from),
                            reading.textPosition(end - 2) + 1,
                            List.of(position));
                }
            }
        }
        return null;
    }

    private static Kind kind(Resemblance resemblance) {
        return switch (resemblance) {
            case SAME -> Kind.NUMBER_SHORTENED;
            case MISTYPED -> Kind.NUMBER_MISTYPED;
            case CUT -> Kind.NUMBER_CUT;
            case NONE -> throw new IllegalArgumentException("a piece that resembles nothing");
        };
    }
}
