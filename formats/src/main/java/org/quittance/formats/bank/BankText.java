package org.quittance.formats.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a bank's file, whatever it claims to be written in.
 *
 * <p>Banks declare UTF-8 and send Windows characters, or declare nothing. Bytes are therefore read as UTF-8, and each byte that
 * cannot be UTF-8 as Windows-1252: a name with an umlaut survives either way, and no byte stops the reading. Files are read in
 * pieces; what exceeds {@link Limits#bytes} is not read.
 */
final class BankText extends Reader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int PIECE = 8192;
    private static final int START = 256;
    private static final Pattern XML_DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final InputStream in;
    private final ProblemLog log;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).flip();
    private final CharBuffer chars = CharBuffer.allocate(PIECE).flip();
    private long bytesRead;
    private boolean ended;
    private boolean patched;

    /**
     * The text of a file, in the encoding that its byte order mark or XML declaration names.
     *
     * @param in supports {@link InputStream#mark}
     */
    static BankText of(InputStream in, ProblemLog log) throws IOException {
        in.mark(START);
        byte[] start = in.readNBytes(START);
        in.reset();
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return new BankText(in, StandardCharsets.UTF_8, log);
        }
        return new BankText(in, charsetOf(start), log);
    }

    private static Charset charsetOf(byte[] start) {
        if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (startsWith(start, 0, '<', 0, '?')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(start, '<', 0, '?', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declaration = XML_DECLARATION.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return declaration.find() ? declared(declaration.group(1), start) : StandardCharsets.UTF_8;
    }

    /** The encoding of that name, unless the file is evidently not written in it. */
    private static Charset declared(String name, byte[] start) {
        try {
            Charset charset = Charset.forName(name);
            return new String(start, charset).contains("<?xml") ? charset : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknownEncoding) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean startsWith(byte[] start, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private BankText(InputStream in, Charset charset, ProblemLog log) {
        this.in = in;
        this.log = log;
        this.decoder = charset.newDecoder()
                .onMalformedInput(
                        charset.equals(StandardCharsets.UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decodePiece();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void decodePiece() throws IOException {
        fill();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isMalformed()) {
            patch(result.length());
        }
        chars.flip();
    }

    private void patch(int count) {
        if (!patched) {
            patched = true;
            log.remark(new Finding(
                    0,
                    "",
                    "",
                    "The file is not written in UTF-8 throughout; other characters are read as Windows-1252",
                    "Look at the names with accents"));
        }
        for (int i = 0; i < count; i++) {
            byte[] single = {bytes.get()};
            String character = new String(single, WINDOWS);
            if (chars.remaining() < character.length()) {
                bytes.position(bytes.position() - 1);
                return;
            }
            chars.put(character);
        }
        decoder.reset();
    }

    private void fill() throws IOException {
        bytes.compact();
        if (!ended && bytes.hasRemaining()) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (count < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + count);
                bytesRead += count;
            }
        }
        bytes.flip();
        if (bytesRead > log.limits().bytes()) {
            throw new Broken(new Finding(
                    0,
                    "",
                    "",
                    "The file is larger than %,d bytes".formatted(log.limits().bytes()),
                    "Ask the bank for a file for each day or account"));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
