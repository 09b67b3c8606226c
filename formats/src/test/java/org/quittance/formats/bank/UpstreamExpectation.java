package org.quittance.formats.bank;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the project from which a bank file comes expects of it: read out of the {@code .yml} (mt-940) or {@code .json} (camt) beside
 * the file, as far as it can be compared.
 *
 * @param movements in the order of the file
 * @param openings every opening balance that is expected
 * @param closings every closing balance that is expected
 */
record UpstreamExpectation(List<Movement> movements, List<BigDecimal> openings, List<BigDecimal> closings) {

    /** One movement; a day is null where the expectation has none. */
    record Movement(
            BigDecimal amount,
            String currency,
            @Nullable LocalDate booked,
            @Nullable LocalDate valued) {}

    private static final Pattern YAML_AMOUNT =
            Pattern.compile("\\n {4}amount: .*\\n +amount: .*\\n +- '([^']+)'\\n +currency: (\\S+)");
    private static final Pattern YAML_BALANCE = Pattern.compile(
            "final_(opening|closing)_balance: .*\\n +amount: .*\\n +amount: .*\\n +- '([^']+)'\\n +currency: ([A-Z]{3})\\n");
    private static final Pattern JSON_MONEY = Pattern.compile(
            "\"getAmount\": \"(-?[0-9]+)\",\\s+\"getCurrency\": \\{\\s+\"__CLASS__\": [^,]+,\\s+\"getCode\": \"([A-Z]+)\"");
    private static final Pattern JSON_BALANCE = Pattern.compile(
            "\"__CLASS__\": \"Genkgo..Camt..DTO..Balance\",\\s+\"getAmount\": \\{.*?" + JSON_MONEY.pattern()
                    + ".*?\"getType\": \"(\\w+)\"",
            Pattern.DOTALL);

    /** The expectation beside that file; null where there is none. */
    static @Nullable UpstreamExpectation beside(Path file) throws IOException {
        String name = file.toString().replaceFirst("\\.[^./]+$", "");
        Path yaml = Path.of(name + ".yml");
        Path json = Path.of(name + ".json");
        if (Files.exists(yaml)) {
            return ofYaml(Files.readString(yaml));
        }
        return Files.exists(json) ? ofJson(Files.readString(json)) : null;
    }

    private static UpstreamExpectation ofYaml(String text) {
        int tags = text.indexOf("\ntags:");
        int list = text.indexOf("\ntransactions:");
        List<Movement> movements = new ArrayList<>();
        for (String part : parts(text.substring(list), "\n- !!python/object:mt940.models.Transaction\n")) {
            Matcher amount = YAML_AMOUNT.matcher(part);
            if (amount.find()) {
                movements.add(new Movement(
                        new BigDecimal(amount.group(1)),
                        amount.group(2),
                        yamlDay(part, "entry_date"),
                        yamlDay(part, "date")));
            }
        }
        List<BigDecimal> openings = new ArrayList<>();
        List<BigDecimal> closings = new ArrayList<>();
        Matcher balance = YAML_BALANCE.matcher(text.substring(0, Math.max(0, tags)));
        while (balance.find()) {
            (balance.group(1).equals("opening") ? openings : closings).add(new BigDecimal(balance.group(2)));
        }
        return new UpstreamExpectation(movements, openings, closings);
    }

    /** A date is pickled as two bytes of the year, one of the month, one of the day. */
    private static @Nullable LocalDate yamlDay(String part, String key) {
        Matcher matcher = Pattern.compile("\\n {4}%s: .*\\n +- !!binary \\|\\n +(\\S+)".formatted(key))
                .matcher(part);
        if (!matcher.find()) {
            return null;
        }
        byte[] day = Base64.getDecoder().decode(matcher.group(1));
        return LocalDate.of((day[0] & 0xFF) * 256 + (day[1] & 0xFF), day[2], day[3]);
    }

    private static UpstreamExpectation ofJson(String text) {
        String entries = text.substring(0, text.indexOf("\n    \"getGroupHeader\""));
        List<Movement> movements = new ArrayList<>();
        for (String part :
                parts(entries, "\n        {\n            \"__CLASS__\": \"Genkgo\\\\Camt\\\\DTO\\\\Entry\"")) {
            Matcher amount = JSON_MONEY.matcher(part);
            if (amount.find()) {
                movements.add(new Movement(
                        new BigDecimal(amount.group(1)).movePointLeft(2),
                        amount.group(2),
                        jsonDay(part, "getBookingDate"),
                        jsonDay(part, "getValueDate")));
            }
        }
        List<BigDecimal> openings = new ArrayList<>();
        List<BigDecimal> closings = new ArrayList<>();
        Matcher balance = JSON_BALANCE.matcher(entries);
        while (balance.find()) {
            BigDecimal amount = new BigDecimal(balance.group(1)).movePointLeft(2);
            switch (balance.group(3)) {
                case "opening" -> openings.add(amount);
                case "closing" -> closings.add(amount);
                default -> {}
            }
        }
        return new UpstreamExpectation(movements, openings, closings);
    }

    private static @Nullable LocalDate jsonDay(String part, String key) {
        Matcher matcher = Pattern.compile(
                        "\\n {12}\"%s\": \\{\\s+\"__CLASS__\": [^,]+,\\s+\"0\": \"([0-9-]{10})".formatted(key))
                .matcher(part);
        return matcher.find() ? LocalDate.parse(matcher.group(1)) : null;
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = text.indexOf(separator);
        while (from >= 0) {
            int next = text.indexOf(separator, from + separator.length());
            parts.add(next < 0 ? text.substring(from) : text.substring(from, next));
            from = next;
        }
        return parts;
    }
}
