package org.quittance.formats.bank;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A start, a text repeated up to a length, and an end: a large file without its memory. */
final class EndlessInput extends InputStream {

    private final byte[] start;
    private final byte[] repeated;
    private final byte[] end;
    private final long repeatedLength;
    private long position;

    EndlessInput(String start, String repeated, long repeatedLength, String end) {
        this.start = start.getBytes(StandardCharsets.UTF_8);
        this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
        this.end = end.getBytes(StandardCharsets.UTF_8);
        this.repeatedLength = repeatedLength - repeatedLength % this.repeated.length;
    }

    @Override
    public int read() {
        long at = position++;
        if (at < start.length) {
            return start[(int) at];
        }
        at -= start.length;
        if (at < repeatedLength) {
            return repeated[(int) (at % repeated.length)];
        }
        at -= repeatedLength;
        return at < end.length ? end[(int) at] : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) next;
        }
        return count;
    }
}
