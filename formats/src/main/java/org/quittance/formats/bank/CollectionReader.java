package org.quittance.formats.bank;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.quittance.core.cash.SettlementReport;
import org.quittance.formats.Parsed;

/**
 * The front door for direct debits of our own: the collection that was sent to the bank (pain.008), and what the bank says of it (pain.002).
 *
 * <p>A bank credits all debits of one collection ({@code PmtInf}) as one sum. The file that ordered them tells what the sum is made of, so
 * each is read as a settlement report. Source: ISO 20022, and the implementation guidelines of the European Payments Council for customers.
 *
 * <p>Whatever the bytes are, the answer is a value and problems, never an exception; only a failing stream throws. A collection is taken
 * whole or not at all.
 */
public final class CollectionReader {

    /** How many bytes of a file's start the claims want to see. */
    public static final int CLAIM_BYTES = 8192;

    private static final Pattern ORDER = Pattern.compile("pain\\.008\\.|<(?:[A-Za-z0-9_]+:)?CstmrDrctDbtInitn[\\s>]");
    private static final Pattern STATUS = Pattern.compile("pain\\.002\\.|<(?:[A-Za-z0-9_]+:)?CstmrPmtStsRpt[\\s>]");

    private CollectionReader() {}

    /** Whether a file that starts like this orders direct debits. */
    public static boolean claims(byte[] start) {
        return isXmlWith(ORDER, start);
    }

    /** Whether a file that starts like this reports on orders. */
    public static boolean claimsStatus(byte[] start) {
        return isXmlWith(STATUS, start) && !claims(start);
    }

    private static boolean isXmlWith(Pattern mark, byte[] bytes) {
        FileStart start = FileStart.of(new String(bytes, StandardCharsets.ISO_8859_1));
        return start.kind() == FileStart.Kind.XML && mark.matcher(start.text()).find();
    }

    /** Reads the collections of a pain.008. */
    public static Parsed<List<SettlementReport>> read(String fileName, InputStream in) throws IOException {
        ProblemLog log = new ProblemLog(fileName, Limits.USUAL);
        return new PainCollections(log).read(BankText.of(new BufferedInputStream(in, 2 * CLAIM_BYTES), log));
    }

    /** Reads what a pain.002 says not to have been collected. */
    public static Parsed<List<CollectionRejection>> readStatus(String fileName, InputStream in) throws IOException {
        ProblemLog log = new ProblemLog(fileName, Limits.USUAL);
        return new PainStatus(log).read(BankText.of(new BufferedInputStream(in, 2 * CLAIM_BYTES), log));
    }
}
