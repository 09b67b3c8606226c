package org.quittance.core.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server says of one recipient of a mail (RFC 3464, status codes of RFC 3463).
 *
 * <p>Example: {@code Action: failed}, {@code Status: 5.1.1}, {@code Final-Recipient: rfc822; jana@noerdlinger.example}.
 *
 * @param recipient the address that we wrote to, where the server tells it; empty otherwise
 * @param status such as {@code 5.1.1}; empty where it names none
 * @param words the server's own, else what the status means
 */
public record DeliveryReport(Action action, String recipient, String status, String words) {

    /** More nobody writes of one mail of ours, which has one recipient. */
    private static final int MOST_GROUPS = 50;

    private static final int LONGEST_WORDS = 300;

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>;:@]{1,64}@[^\\s<>;:@]{1,255}");

    /** What has become of the mail. */
    public enum Action {
        FAILED,
        DELAYED,
        /** Delivered, relayed or expanded: nothing came back. */
        ARRIVED
    }

    /** Reads a part {@code message/delivery-status}: the recipients of which it says something. */
    static List<DeliveryReport> read(String part) {
        List<DeliveryReport> reports = new ArrayList<>();
        for (String group : part.replace("\r\n", "\n").split("\n[ \t]*\n", MOST_GROUPS)) {
            Map<String, String> fields = fields(group);
            action(fields.getOrDefault("action", "")).ifPresent(action -> reports.add(of(action, fields)));
        }
        return reports;
    }

    /** The first status code in a text; empty where there is none. */
    static Optional<String> statusIn(String text) {
        Matcher status = STATUS.matcher(text);
        return status.find() ? Optional.of(status.group(1)) : Optional.empty();
    }

    /** Whether it will not arrive, however often it is tried. A failure without a code has been given up by the server that says so. */
    public boolean isForGood() {
        return action == Action.FAILED && !status.startsWith("4");
    }

    /** The status and what it means, in one line. */
    public String sentence() {
        return (status + " " + words).strip();
    }

    private static DeliveryReport of(Action action, Map<String, String> fields) {
        String diagnostic = typed(fields.getOrDefault("diagnostic-code", ""));
        String status = statusIn(fields.getOrDefault("status", ""))
                .or(() -> statusIn(diagnostic))
                .orElse("");
        String recipient =
                address(fields.getOrDefault("original-recipient", fields.getOrDefault("final-recipient", "")));
        return new DeliveryReport(action, recipient, status, words(status, diagnostic));
    }

    /** What a status means where we have a word for it, else what the server writes. */
    static String words(String status, String servers) {
        String meaning = status.length() < 3 ? "" : meaning(status.substring(2));
        String told = meaning.isEmpty() ? servers.replaceAll("\\s+", " ").strip() : meaning;
        return told.isEmpty() ? "without a reason" : told.substring(0, Math.min(told.length(), LONGEST_WORDS));
    }

    private static String meaning(String detail) {
        return switch (detail) {
            case "1.0", "1.1" -> "no such mailbox";
            case "1.2", "1.10" -> "no mail server for this domain";
            case "1.3" -> "the address is written wrongly";
            case "1.6" -> "the mailbox has moved";
            case "2.0", "2.1" -> "the mailbox is closed";
            case "2.2" -> "the mailbox is full";
            case "2.3", "3.4" -> "the message is too large";
            case "4.1" -> "their mail server does not answer";
            case "4.4" -> "no way to their mail server";
            case "4.7" -> "it could not be delivered in time";
            case "7.0", "7.1", "7.26" -> "their mail server refuses our mail";
            default -> "";
        };
    }

    private static Optional<Action> action(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(Action.FAILED);
            case "delayed" -> Optional.of(Action.DELAYED);
            case "delivered", "relayed", "expanded" -> Optional.of(Action.ARRIVED);
            default -> Optional.empty();
        };
    }

    /** The fields of one group by their names in small letters, folded lines put together. */
    private static Map<String, String> fields(String group) {
        Map<String, String> fields = new HashMap<>();
        String last = "";
        for (String line : group.lines().toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.computeIfPresent(last, (_, value) -> value + " " + line.strip());
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(last, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** What follows the type of a value such as {@code smtp; 550 no such user}. */
    private static String typed(String value) {
        int semicolon = value.indexOf(';');
        return semicolon >= 0 && semicolon < 20 ? value.substring(semicolon + 1).strip() : value;
    }

    private static String address(String value) {
        Matcher address = ADDRESS.matcher(value);
        return address.find() ? address.group() : "";
    }
}
