package org.quittance.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the characters of a text file are written.
 *
 * <p>A byte order mark decides; then zero bytes in every other place, which are UTF-16; then the whole file is tried as strict UTF-8,
 * because the first umlaut may stand in the last line. What is neither comes from a Windows program: windows-1252.
 *
 * @param charset the encoding
 * @param markBytes the length of the byte order mark; 0 where there is none
 */
record Encoding(Charset charset, int markBytes) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    boolean isWide() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    static Encoding of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Encoding guess = ofHead(in.readNBytes(4096));
            if (guess.markBytes > 0 || guess.isWide()) {
                return guess;
            }
        }
        return new Encoding(isStrictUtf8(path) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** What the first bytes say; UTF-8 without a mark where they say nothing. */
    static Encoding ofHead(byte[] head) {
        int first = head.length > 0 ? head[0] & 0xFF : 0;
        int second = head.length > 1 ? head[1] & 0xFF : 0;
        int third = head.length > 2 ? head[2] & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (first == 0xFF && second == 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0xFE && second == 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return unmarked(head);
    }

    private static Encoding unmarked(byte[] head) {
        int pairs = head.length / 2;
        int zerosFirst = 0;
        int zerosSecond = 0;
        for (int i = 0; i < pairs; i++) {
            zerosFirst += head[2 * i] == 0 ? 1 : 0;
            zerosSecond += head[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs > 0 && zerosFirst == 0 && zerosSecond * 10 > pairs * 7) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (pairs > 0 && zerosSecond == 0 && zerosFirst * 10 > pairs * 7) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        return new Encoding(StandardCharsets.UTF_8, 0);
    }

    private static boolean isStrictUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        try (InputStream in = Files.newInputStream(path)) {
            boolean atEnd = false;
            while (!atEnd) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                atEnd = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars, atEnd);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                chars.clear();
            }
        }
        return true;
    }
}
