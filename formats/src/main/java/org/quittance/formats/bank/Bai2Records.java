package org.quittance.formats.bank;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a BAI2 file into records. A slash ends a record where a line ends or another record begins; elsewhere it is text. A line that
 * begins no record goes on with the one before: some banks wrap.
 */
final class Bai2Records {

    private static final String CODES = "01|02|03|16|49|88|98|99";
    private static final Pattern RECORD = Pattern.compile("(" + CODES + ")(?:,(.*))?");
    private static final Pattern BETWEEN_RECORDS = Pattern.compile("/\\s*(?=(?:" + CODES + "),)");
    private static final Pattern LAST_SLASH = Pattern.compile("/\\s*$");
    private static final String CONTINUATION = "88";

    /** More than any record has; the text of a movement is cut, with a remark, long before. */
    private static final int MOST_CHARACTERS = 50_000;

    private final BankLines lines;
    private final Deque<Piece> pieces = new ArrayDeque<>();

    /** A physical record. */
    private record Piece(String code, long line, String content) {}

    Bai2Records(BankLines lines) {
        this.lines = lines;
    }

    /** The next record with its continuations; null behind the last. */
    @Nullable
    Bai2Record next() throws IOException {
        Piece first = poll();
        if (first == null) {
            return null;
        }
        List<String> segments = new ArrayList<>(List.of(first.content()));
        int characters = first.content().length();
        for (Piece more = peek(); more != null && more.code().equals(CONTINUATION); more = peek()) {
            characters += more.content().length() + 1;
            if (characters < MOST_CHARACTERS) {
                segments.add(more.content());
            }
            pieces.poll();
        }
        return new Bai2Record(first.code(), first.line(), segments);
    }

    private @Nullable Piece poll() throws IOException {
        Piece piece = peek();
        pieces.poll();
        return piece;
    }

    /** Reads one line further than the record goes, for the next could be its continuation. */
    private @Nullable Piece peek() throws IOException {
        while (pieces.size() < 2) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            if (!line.isBlank()) {
                cut(line, lines.line());
            }
        }
        return pieces.peek();
    }

    private void cut(String line, long number) {
        for (String written : BETWEEN_RECORDS.split(line.strip(), -1)) {
            Matcher record = RECORD.matcher(LAST_SLASH.matcher(written).replaceFirst(""));
            if (record.matches()) {
                String content = record.group(2) == null ? "" : record.group(2);
                pieces.add(new Piece(record.group(1), number, content));
            } else if (!pieces.isEmpty() && pieces.getLast().content().length() < MOST_CHARACTERS) {
                Piece before = pieces.removeLast();
                String text = before.content() + " "
                        + LAST_SLASH.matcher(written).replaceFirst("").strip();
                pieces.add(new Piece(before.code(), before.line(), text));
            }
        }
    }
}
