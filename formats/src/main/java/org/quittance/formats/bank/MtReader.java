package org.quittance.formats.bank;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Parsed;

/**
 * Reads MT940 statements and MT942 reports: with or without SWIFT blocks, several in a file, with banks' own lines between them.
 *
 * <p>Source of the fields: SWIFT Standards, category 9. A statement that a bank has split into pages (60M, 62M) is put together
 * again where the pages follow each other.
 */
final class MtReader {

    private static final Pattern TAG =
            Pattern.compile("\\s?:(20|21|25P?|28C?|60[FM]|61|62[FM]|64|65|86|34F|13D?|90[CD]|NS):(.*)");
    private static final Pattern BLOCK = Pattern.compile("\\{[1-5]:");
    private static final String TEXT_BLOCK = "{4:";

    /** More than any field has; the text of a movement is cut, with a remark, long before. */
    private static final int MOST_CHARACTERS = 100_000;

    private final ProblemLog log;
    private final MtPages pages;
    private @Nullable MtStatement message;
    private String tag = "";
    private long tagLine;
    private int tagLength;
    private List<String> tagLines = new ArrayList<>();
    private int entries;

    MtReader(ProblemLog log) {
        this.log = log;
        this.pages = new MtPages(log);
    }

    Parsed<List<BankStatement>> read(Reader text) throws IOException {
        try {
            BankLines lines = new BankLines(text, log);
            for (String line = lines.next(); line != null; line = lines.next()) {
                readLine(line, lines.line());
            }
            endMessage();
        } catch (Broken e) {
            log.leaveOut(e.finding());
        }
        return log.outcome(pages.statements());
    }

    private void readLine(String written, long number) throws Broken {
        String line = written;
        if (line.strip().startsWith("-}")) {
            endMessage();
            line = line.strip().substring(2);
        }
        Matcher block = BLOCK.matcher(line);
        if (block.lookingAt()) {
            int text = line.indexOf(TEXT_BLOCK);
            endMessage();
            line = text < 0 ? "" : line.substring(text + TEXT_BLOCK.length());
        }
        Matcher tagged = TAG.matcher(line);
        if (isEnd(line)) {
            endMessage();
        } else if (line.stripLeading().startsWith(":") && tagged.matches() && belongsHere(tagged.group(1))) {
            startField(tagged.group(1), number, tagged.group(2));
        } else if (!tag.isEmpty() && tagLength < MOST_CHARACTERS) {
            tagLength += line.length() + 1;
            tagLines.add(line.substring(0, Math.min(line.length(), MOST_CHARACTERS)));
        }
    }

    /** A line with nothing but a dash ends a message, unless a payer wrote it: the closing balance must have come. */
    private boolean isEnd(String line) {
        return line.strip().equals("-") && (message == null || message.mayEndAfter(tag));
    }

    /** Between movements a header tag is text: banks wrap lines wherever 65 characters are full. */
    private boolean belongsHere(String found) {
        boolean betweenMovements = tag.equals("61") || (tag.equals("86") && message != null && message.hasMovements());
        boolean isHeader = found.startsWith("25") || found.startsWith("28") || found.equals("21");
        return !(betweenMovements && isHeader);
    }

    private void startField(String found, long number, String rest) throws Broken {
        endField();
        if (found.equals("20")) {
            endMessage();
        }
        tag = found;
        tagLine = number;
        tagLength = rest.length();
        tagLines = new ArrayList<>(List.of(rest));
        boolean isKept = found.equals("61") || found.equals("20");
        if (isKept && ++entries > log.limits().entries()) {
            throw new Broken(new Finding(
                    number,
                    ":61:",
                    "",
                    "The file holds more than %,d movements"
                            .formatted(log.limits().entries()),
                    "Ask the bank for a file for each day or account"));
        }
    }

    private void endField() {
        if (tag.isEmpty()) {
            return;
        }
        MtStatement current = message;
        if (current == null) {
            current = new MtStatement(new Field(log, tagLine, ":" + tag + ":", ""));
            message = current;
        }
        current.take(new MtField(tag, tagLine, tagLines));
        tag = "";
    }

    private void endMessage() {
        endField();
        if (message != null) {
            pages.add(message);
        }
        message = null;
    }
}
