package org.quittance.correspondence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.receipts.ReceiptLine;
import org.quittance.formats.receipts.ReceiptWords;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts as a service posts them: one as an object, several as a list or as {@code receipts} of an object, either also as {@code data} of an
 * event. What is wrong is told by the field, such as {@code receipts[1].status}; the others are taken.
 */
final class ReceiptBody {

    private static final String NAME = "body";
    private static final int MOST_RECEIPTS = 1_000;

    private final List<ReceiptLine> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Parsed<List<ReceiptLine>> parsed;
    private String listed = "";

    private ReceiptBody(JsonMapper json, byte[] body) {
        this.parsed = read(json, body);
    }

    static ReceiptBody of(JsonMapper json, byte[] body) {
        return new ReceiptBody(json, body);
    }

    /** The receipts that can be read, numbered from 1, and what is wrong with the others. */
    Parsed<List<ReceiptLine>> parsed() {
        return parsed;
    }

    /** Where a receipt's field stands, by the receipt's number. */
    String field(long number, String field) {
        return inside(listed.isEmpty() ? "" : listed.formatted(number - 1), field);
    }

    private Parsed<List<ReceiptLine>> read(JsonMapper json, byte[] body) {
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (JacksonException e) {
            return refused("", e.getOriginalMessage(), "The body is no JSON", "Send an object or a list of receipts");
        }
        return root == null || root.isMissingNode() || root.isNull()
                ? refused("", "", "The body is empty", "Send an object or a list of receipts")
                : all(root, "");
    }

    private Parsed<List<ReceiptLine>> all(JsonNode node, String path) {
        if (node.isArray()) {
            return list(node, path);
        }
        if (node.isObject() && node.has("data")) {
            return all(node.get("data"), inside(path, "data"));
        }
        if (node.isObject() && node.has("receipts")) {
            JsonNode receipts = node.get("receipts");
            String field = inside(path, "receipts");
            return receipts.isArray()
                    ? list(receipts, field)
                    : refused(field, receipts.toString(), "It is no list", "Send a list of receipts");
        }
        listed = path;
        one(node, path, 1);
        return Parsed.of(lines, problems);
    }

    private Parsed<List<ReceiptLine>> list(JsonNode nodes, String path) {
        if (nodes.size() > MOST_RECEIPTS) {
            return refused(
                    path,
                    "",
                    "There are %,d receipts, and at most %,d are taken at once".formatted(nodes.size(), MOST_RECEIPTS),
                    "Send them in several calls");
        }
        listed = path + "[%d]";
        for (int i = 0; i < nodes.size(); i++) {
            one(nodes.get(i), listed.formatted(i), i + 1);
        }
        return Parsed.of(lines, problems);
    }

    private void one(JsonNode node, String path, int number) {
        if (!node.isObject()) {
            problem(number, path, node.toString(), "It is no receipt", "Send an object with id and status");
            return;
        }
        String id = text(node, "id");
        String status = text(node, "status");
        String time = text(node, "time");
        Optional<ReceiptLine.Status> known = ReceiptWords.status(status);
        Optional<Instant> at = ReceiptWords.moment(time);
        if (id.isEmpty()) {
            problem(
                    number,
                    inside(path, "id"),
                    "",
                    "There is no id",
                    "Give the id under which the message was handed over");
        } else if (known.isEmpty()) {
            problem(
                    number,
                    inside(path, "status"),
                    status,
                    "\"%s\" is no status".formatted(status),
                    "Write delivered, failed or opted out");
        } else if (!time.isEmpty() && at.isEmpty()) {
            problem(
                    number,
                    inside(path, "time"),
                    time,
                    "\"%s\" is no moment".formatted(time),
                    "Write it like 2026-03-02T09:15:00Z, or leave it out");
        } else {
            lines.add(new ReceiptLine(number, id, known.get(), at.orElse(null), text(node, "detail")));
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull()
                ? ""
                : (value.isString() ? value.stringValue() : value.toString())
                        .strip()
                        .replace("\0", "");
    }

    private static String inside(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private void problem(int number, String field, String excerpt, String message, String remedy) {
        problems.add(Problem.row(NAME, number, field, excerpt, message, remedy));
    }

    private static Parsed<List<ReceiptLine>> refused(String field, String excerpt, String message, String remedy) {
        return Parsed.refused(Problem.file(NAME, 0, field, excerpt, message, remedy));
    }
}
