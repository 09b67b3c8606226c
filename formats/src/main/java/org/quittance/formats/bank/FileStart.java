package org.quittance.formats.bank;

import java.util.regex.Pattern;

/**
 * What the first bytes of a file show.
 *
 * @param kind which reader takes it
 * @param text the first bytes as Latin-1: enough to tell formats, whose marks are all ASCII
 */
record FileStart(Kind kind, String text) {

    /** The families of formats that are read, and the rest. */
    enum Kind {
        XML,
        SWIFT,
        BAI2,
        EMPTY,
        OTHER
    }

    private static final Pattern XML = Pattern.compile("^\\s*<[?!a-zA-Z_]");
    private static final Pattern BAI2 = Pattern.compile("^\\s*01,[^,\\r\\n]*,[^,\\r\\n]*,[0-9]{6},");
    private static final Pattern SWIFT = Pattern.compile(
            "(?m)^\\s*(\\{1:F01.*?\\{4:\\s*)?:(20|21|25P?|28C?|60[FM]|61|62[FM]|64|65|86|34F|13D?|90[CD]|NS|940|942):");
    private static final int EXCERPT = 80;

    static FileStart of(String bytes) {
        String text = withoutMark(bytes);
        if (text.isBlank()) {
            return new FileStart(Kind.EMPTY, text);
        }
        if (XML.matcher(text).find() && KnownFile.ofStart(text) != KnownFile.HTML) {
            return new FileStart(Kind.XML, text);
        }
        if (BAI2.matcher(text).find()) {
            return new FileStart(Kind.BAI2, text);
        }
        KnownFile known = KnownFile.ofStart(text);
        boolean other = known != KnownFile.UNKNOWN && known != KnownFile.CSV;
        return new FileStart(!other && SWIFT.matcher(text).find() ? Kind.SWIFT : Kind.OTHER, text);
    }

    Finding refusal() {
        if (kind == Kind.EMPTY) {
            return new Finding(0, "", "", "The file is empty", "Transfer the file again, or ask the bank for it again");
        }
        String firstLine = text.lines().findFirst().orElse("");
        return KnownFile.ofStart(text).refusal(0, firstLine.substring(0, Math.min(EXCERPT, firstLine.length())));
    }

    /** Byte order marks, and the zero bytes by which UTF-16 widens ASCII. */
    private static String withoutMark(String bytes) {
        if (bytes.startsWith("\u00EF\u00BB\u00BF")) {
            return bytes.substring(3);
        }
        boolean wide = bytes.startsWith("\u00FE\u00FF") || bytes.startsWith("\u00FF\u00FE");
        boolean wideXml = bytes.startsWith("<\0?") || bytes.startsWith("\0<\0?");
        return wide ? bytes.substring(2).replace("\0", "") : wideXml ? bytes.replace("\0", "") : bytes;
    }
}
