package org.quittance.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the first bytes of a file say that it is. Extensions are not asked: SAP calls tab-separated text {@code .xls}. */
enum FileSignature {
    TEXT("", ""),
    ZIP("", ""),
    EMPTY("The file is empty", "Run the extract again and check that it holds lines"),
    OLE(
            "This is a workbook of Excel 97-2003 (.xls), or one that is protected by a password",
            "Open it in Excel, remove the password, and save it as .xlsx or CSV"),
    PDF("This is a PDF", "Ask for the list as .xlsx or CSV"),
    GZIP("This is a compressed archive", "Unpack it and feed the file that is inside"),
    MARKUP("This is a web page or XML, not a table", "Open it in Excel and save it as .xlsx or CSV"),
    BINARY("This is not a table of text", "Save the list as .xlsx or CSV");

    private static final int LOOK_AT_BYTES = 4096;

    private final String message;
    private final String remedy;

    FileSignature(String message, String remedy) {
        this.message = message;
        this.remedy = remedy;
    }

    String message() {
        return message;
    }

    String remedy() {
        return remedy;
    }

    static FileSignature of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return of(in.readNBytes(LOOK_AT_BYTES));
        }
    }

    static FileSignature of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLE;
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            return PDF;
        }
        if (startsWith(head, 0x1F, 0x8B) || startsWith(head, '7', 'z', 0xBC, 0xAF)) {
            return GZIP;
        }
        if (Encoding.ofHead(head).isWide()) {
            return TEXT;
        }
        return isMarkup(head) ? MARKUP : hasBinaryBytes(head) ? BINARY : TEXT;
    }

    private static boolean isMarkup(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).strip();
        String start = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        return start.contains("<?xml") || start.contains("<html") || start.contains("<!doctype");
    }

    /** Text has tabs, line ends and form feeds below the blank, and nothing else. */
    private static boolean hasBinaryBytes(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                odd++;
            }
        }
        return odd * 20 > head.length;
    }

    private static boolean startsWith(byte[] head, int... expected) {
        if (head.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
