package org.quittance.formats.bank;

import java.util.List;
import java.util.stream.Stream;

/**
 * One record of a BAI2 file with its continuations (88).
 *
 * @param code two digits, for example {@code 16}
 * @param line where it begins
 * @param segments what stands behind the code, and behind the 88 of each continuation
 */
record Bai2Record(String code, long line, List<String> segments) {

    Bai2Record {
        segments = List.copyOf(segments);
    }

    /** As control records count: each continuation is a record of its own. */
    int count() {
        return segments.size();
    }

    Fields fields(ProblemLog log) {
        return new Fields(log, this);
    }

    /** Hands out the fields one by one; a field that the bank has left out behind the last one is empty. */
    static final class Fields {

        private final ProblemLog log;
        private final Bai2Record record;
        private int segment;
        private int position;

        private Fields(ProblemLog log, Bai2Record record) {
            this.log = log;
            this.record = record;
        }

        boolean hasMore() {
            return segment < record.segments().size();
        }

        Field next(String name) {
            String text = "";
            if (hasMore()) {
                String current = record.segments().get(segment);
                int comma = current.indexOf(',', position);
                text = current.substring(position, comma < 0 ? current.length() : comma);
                position = comma + 1;
                if (comma < 0) {
                    segment++;
                    position = 0;
                }
            }
            return field(name, text);
        }

        /** Everything that is left, commas and all: the text of a movement, a line for each continuation. */
        List<String> rest() {
            if (!hasMore()) {
                return List.of();
            }
            String first = record.segments().get(segment).substring(position);
            List<String> more =
                    record.segments().subList(segment + 1, record.segments().size());
            segment = record.segments().size();
            return Stream.concat(Stream.of(first), more.stream()).toList();
        }

        Field field(String name, String text) {
            return new Field(log, record.line(), record.code() + " " + name, text);
        }
    }
}
