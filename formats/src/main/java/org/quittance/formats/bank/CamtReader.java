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
 * Reads camt.052, camt.053 and camt.054 of any version, also inside an envelope, and tells other XML files by name.
 *
 * <p>The versions differ where this reader is tolerant: whether a status is a text or a code, whether a party is wrapped. So an
 * unknown newer version is read like the newest known one, with a remark.
 */
final class CamtReader {

    private static final Pattern VERSION = Pattern.compile("camt\\.05[234]\\.[0-9]{3}\\.([0-9]{2})");
    private static final int NEWEST_VERSION = 13;

    private final ProblemLog log;
    private final List<BankStatement> statements = new ArrayList<>();
    private int entries;

    CamtReader(ProblemLog log) {
        this.log = log;
    }

    Parsed<List<BankStatement>> read(Reader text) throws IOException {
        try {
            CamtCursor cursor = new CamtCursor(text, log);
            Finding refusal = readDocument(cursor);
            if (refusal != null) {
                return log.refuse(refusal);
            }
        } catch (Broken e) {
            if (statements.isEmpty()) {
                return log.refuse(e.finding());
            }
            log.leaveOut(e.finding());
        }
        return log.outcome(statements);
    }

    /** Looks for messages at any depth; returns why the file is refused where there is none. */
    private @Nullable Finding readDocument(CamtCursor cursor) throws IOException {
        String root = "";
        boolean found = false;
        while (cursor.nextStart()) {
            String name = cursor.name();
            root = root.isEmpty() ? name : root;
            CamtMessage message = CamtMessage.of(name);
            if (message != null) {
                found = true;
                readMessage(cursor, message, format(cursor, message));
                continue;
            }
            KnownFile other = KnownFile.ofElement(name);
            if (other != null && !found) {
                return other.refusal(cursor.line(), name);
            }
        }
        return found ? null : KnownFile.UNKNOWN_XML.refusal(1, root);
    }

    private String format(CamtCursor cursor, CamtMessage message) {
        Matcher version = VERSION.matcher(cursor.namespace());
        if (!version.find()) {
            remarkVersion(cursor, "The file does not say which version of %s it is".formatted(message.format()));
            return message.format();
        }
        if (Integer.parseInt(version.group(1)) > NEWEST_VERSION) {
            remarkVersion(cursor, "%s is newer than any version that is known here".formatted(version.group()));
        }
        return version.group();
    }

    private void remarkVersion(CamtCursor cursor, String message) {
        log.remark(new Finding(
                cursor.line(),
                cursor.name(),
                cursor.namespace(),
                message + "; it is read like the versions that are known",
                "Compare the movements with the bank's own display once"));
    }

    private void readMessage(CamtCursor cursor, CamtMessage message, String format) throws IOException {
        int depth = cursor.depth();
        String created = "";
        int number = 0;
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("GrpHdr")) {
                created = cursor.element().text("CreDtTm");
            } else if (cursor.name().equals(message.part())) {
                number++;
                String path = "%s[%d]".formatted(message.part(), number);
                Field place = new Field(log, cursor.line(), path, "");
                StatementDraft draft = new StatementDraft(place, format, message.kind());
                readStatement(cursor, new CamtStatement(cursor, draft, created));
            }
        }
    }

    private void readStatement(CamtCursor cursor, CamtStatement reader) throws IOException {
        try {
            BankStatement statement = reader.read();
            statements.add(statement);
            entries += 1 + statement.entries().size();
        } catch (Unreadable e) {
            log.leaveOut(reader.leftOut(e.finding()));
        }
        if (entries > log.limits().entries()) {
            throw new Broken(new Finding(
                    cursor.line(),
                    "",
                    "",
                    "The file holds more than %,d movements"
                            .formatted(log.limits().entries()),
                    "Ask the bank for a file for each day or account"));
        }
    }
}
