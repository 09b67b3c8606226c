package org.quittance.formats.bank;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quittance.formats.Parsed;

/**
 * The front door for bank statements: recognises camt.052/.053/.054, MT940, MT942 and BAI2 by their content and reads them.
 *
 * <pre>{@code
 * Parsed<List<BankStatement>> parsed = StatementReader.read("2026-03-02.sta", in);
 * if (!parsed.isRefused()) {
 *     parsed.get().forEach(statement -> ...);
 * }
 * parsed.problems().forEach(problem -> ...);
 * }</pre>
 *
 * <p>A statement is taken whole or not at all: where an amount or a date cannot be read, the statement is left out with a problem,
 * and the file's other statements are kept. Whether balances close is not judged here: {@link BankStatement#difference} tells.
 *
 * <p>Whatever the bytes are, the answer is a value and problems, never an exception; only a failing stream throws. Sizes are limited:
 * a file of more than 500 MB, or of more than two million movements, is refused.
 */
public final class StatementReader {

    private static final int START = 8192;

    private StatementReader() {}

    /**
     * Reads all statements of one file.
     *
     * @param fileName as the user knows it; only for messages
     * @param in read to its end or to where reading must stop; left open
     * @throws IOException where the stream itself fails
     */
    public static Parsed<List<BankStatement>> read(String fileName, InputStream in) throws IOException {
        return read(fileName, in, Limits.USUAL);
    }

    /** How many bytes of a file's start {@link #claims} wants to see. */
    public static final int CLAIM_BYTES = START;

    /** Whether a file that starts like this is a statement, or close enough to one that {@link #read} says best what is wrong. */
    public static boolean claims(byte[] start) {
        return switch (FileStart.of(new String(start, StandardCharsets.ISO_8859_1))
                .kind()) {
            case XML, SWIFT, BAI2 -> true;
            case EMPTY, OTHER -> false;
        };
    }

    static Parsed<List<BankStatement>> read(String fileName, InputStream in, Limits limits) throws IOException {
        ProblemLog log = new ProblemLog(fileName, limits);
        BufferedInputStream buffered = new BufferedInputStream(in, 2 * START);
        buffered.mark(START);
        String bytes = new String(buffered.readNBytes(START), StandardCharsets.ISO_8859_1);
        buffered.reset();
        BankText text = BankText.of(buffered, log);
        FileStart start = FileStart.of(bytes);
        return switch (start.kind()) {
            case XML -> new CamtReader(log).read(text);
            case SWIFT -> new MtReader(log).read(text);
            case BAI2 -> new Bai2Reader(log).read(text);
            case EMPTY, OTHER -> log.refuse(start.refusal());
        };
    }
}
