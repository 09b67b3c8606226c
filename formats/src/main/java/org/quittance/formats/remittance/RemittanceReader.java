package org.quittance.formats.remittance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.formats.Parsed;

/**
 * The front door for remittance advices: recognises interchanges of X12 and EDIFACT, ACH files of Nacha, lockbox files of BAI, PDF and
 * mails by their content and reads the advices in them.
 *
 * <pre>{@code
 * Parsed<List<RemittanceAdvice>> parsed = RemittanceReader.read("mart-820.edi", in);
 * }</pre>
 *
 * <p>Whatever the bytes are, the answer is a value and problems, never an exception; only a failing stream throws. A file of more than
 * {@value #MOST_BYTES} bytes is refused: no payer writes so much about one day.
 */
public final class RemittanceReader {

    /** How many bytes of a file's start {@link #claims} wants to see. */
    public static final int CLAIM_BYTES = 256;

    static final int MOST_BYTES = 50_000_000;

    private static final String WHAT = "remittance advice";

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern X12 = Pattern.compile("^\\s*ISA[^A-Za-z0-9\\s]");
    private static final Pattern NACHA = Pattern.compile("^101[^\\r\\n]{28,36}094101");
    private static final Pattern LOCKBOX = Pattern.compile("^100[0-9A-Z ]{20}[0-9]{10}\\s*\\R[25]");
    private static final Pattern PDF = Pattern.compile("^%PDF-1|^%PDF-2");
    private static final Pattern MAIL = Pattern.compile(
            "^(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Reply-To|X-[A-Za-z-]{2,40}): ?[^\\r\\n]{3,}\\R"
                    + "(?:[A-Za-z][A-Za-z-]{1,60}: |[ \\t]+\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EDIFACT = Pattern.compile("^\\s*(UNA.{6}|UNB\\+)", Pattern.DOTALL);

    private RemittanceReader() {}

    /** Whether a file that starts like this is an interchange, or close enough to one that {@link #read} says best what is wrong. */
    public static boolean claims(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return Stream.of(X12, EDIFACT, NACHA, LOCKBOX, PDF, MAIL)
                .anyMatch(known -> known.matcher(text).find());
    }

    /**
     * Reads all advices of one file.
     *
     * @param fileName as the user knows it; only for messages
     * @param in read to its end or to where reading must stop; left open
     * @throws IOException where the stream itself fails
     */
    public static Parsed<List<RemittanceAdvice>> read(String fileName, InputStream in) throws IOException {
        return read(fileName, in, MOST_BYTES);
    }

    static Parsed<List<RemittanceAdvice>> read(String fileName, InputStream in, int mostBytes) throws IOException {
        Findings findings = new Findings(fileName);
        byte[] bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            return findings.refuse(
                    "The file is larger than %,d bytes".formatted(mostBytes), "Ask the payer for a file for each day");
        }
        String start = new String(bytes, 0, Math.min(bytes.length, CLAIM_BYTES), StandardCharsets.ISO_8859_1);
        if (PDF.matcher(start).find()) {
            return findings.outcome(new WrittenAdvices(findings).ofPdf(bytes), WHAT);
        }
        if (MAIL.matcher(start).find()) {
            return findings.outcome(new WrittenAdvices(findings).ofMail(bytes), WHAT);
        }
        String text = text(bytes, findings).strip();
        if (X12.matcher(text).find()) {
            return x12(text, findings);
        }
        if (EDIFACT.matcher(text).find()) {
            return edifact(text, findings);
        }
        if (NACHA.matcher(text).find()) {
            List<FixedRecord> records = FixedRecord.of(text, NachaRemittance.RECORD_LENGTH);
            return findings.outcome(new NachaRemittance(findings).read(records), WHAT);
        }
        if (LOCKBOX.matcher(text).find()) {
            List<FixedRecord> records = FixedRecord.of(text, LockboxRemittance.RECORD_LENGTH);
            return findings.outcome(new LockboxRemittance(findings).read(records), WHAT);
        }
        return findings.refuse(
                text.isEmpty() ? "The file is empty" : "This is no remittance advice that is known here",
                "Ask the payer for X12 820, EDIFACT REMADV, a PDF or a mail, the bank for its NACHA or lockbox file");
    }

    private static Parsed<List<RemittanceAdvice>> x12(String text, Findings findings) {
        EdiSyntax syntax = EdiSyntax.x12(text);
        if (syntax == null) {
            return findings.refuse(
                    "The beginning of the interchange (ISA) is damaged, so that nothing tells where its segments end",
                    "Ask the payer to send the file again, unchanged");
        }
        List<EdiSegment> segments = EdiSegments.of(text, syntax);
        if (segments.stream().noneMatch(segment -> segment.is("IEA"))) {
            remarkMissingEnd("IEA", findings);
        }
        return findings.outcome(new X12Remittance(findings).read(segments), WHAT);
    }

    private static Parsed<List<RemittanceAdvice>> edifact(String text, Findings findings) {
        EdiSyntax syntax = EdiSyntax.edifact(text);
        if (syntax == null) {
            return findings.refuse(
                    "The beginning of the interchange (UNA) is damaged, so that nothing tells where its segments end",
                    "Ask the payer to send the file again, unchanged");
        }
        String body = text.startsWith("UNA") ? text.substring(9) : text;
        List<EdiSegment> segments = EdiSegments.of(body, syntax);
        if (segments.stream().noneMatch(segment -> segment.is("UNZ"))) {
            remarkMissingEnd("UNZ", findings);
        }
        return findings.outcome(new EdifactRemittance(findings).read(segments), WHAT);
    }

    private static void remarkMissingEnd(String tag, Findings findings) {
        findings.remark(
                0,
                tag,
                "",
                "The interchange ends without its trailer (%s); what follows may be cut off".formatted(tag),
                "Ask the payer to send the file again");
    }

    /** UTF-8, or Windows-1252 where it cannot be. */
    private static String text(byte[] bytes, Findings findings) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            findings.remark(
                    0,
                    "",
                    "",
                    "The file is not written in UTF-8; it is read as Windows-1252",
                    "Look at the names with accents");
            return new String(bytes, WINDOWS);
        }
    }
}
