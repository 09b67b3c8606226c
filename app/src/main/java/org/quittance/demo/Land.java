package org.quittance.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What names, addresses and bank accounts look like in a country. Read from {@code names/GB.names} and its like; a country that is
 * {@code like} another says only what differs.
 */
final class Land {

    private static final Pattern BAR = Pattern.compile(" \\| ");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final String code;
    private final Map<String, String> lines;

    private Land(String code, Map<String, String> lines) {
        this.code = code;
        this.lines = Map.copyOf(lines);
    }

    /** What a company does, and the segment of customers that it falls into. */
    record Trade(String name, String segment) {}

    static Land of(String code) {
        return new Land(code, read(code));
    }

    String code() {
        return code;
    }

    String language() {
        return line("language");
    }

    String timeZone() {
        return line("zone");
    }

    List<String> stems() {
        return list("stems");
    }

    Trade trade(Chance chance) {
        String[] parts = chance.oneOf(list("trades")).split("=", 2);
        return new Trade(parts[0], parts[1]);
    }

    String companyName(Chance chance, String stem, Trade trade) {
        return line("name")
                .replace("{stem}", stem)
                .replace("{trade}", trade.name())
                .replace("{form}", chance.oneOf(list("forms")));
    }

    String groupName(String stem) {
        return line("group").replace("{stem}", stem);
    }

    String personName(Chance chance) {
        return chance.oneOf(list("first")) + " " + chance.oneOf(list("last"));
    }

    String phone(Chance chance) {
        return chance.filled(line("phone"));
    }

    String address(Chance chance) {
        String[] town = chance.oneOf(list("towns")).split("=", 2);
        return line("address")
                .replace("{no}", Integer.toString(chance.between(1, 148)))
                .replace("{street}", chance.oneOf(list("streets")))
                .replace("{town}", town[0])
                .replace("{post}", chance.filled(town[1]))
                .replace("\\n", "\n");
    }

    /** An IBAN with a right check number at a bank that does not exist; where there are no IBANs, an account number. */
    String bankAccount(Chance chance) {
        String pattern = line("account");
        if (!pattern.startsWith(code + " ")) {
            return chance.filled(pattern);
        }
        String rest = chance.filled(pattern.substring(3));
        return code + checkNumber(code, rest) + rest;
    }

    private static String checkNumber(String country, String rest) {
        StringBuilder digits = new StringBuilder();
        String moved = rest + country + "00";
        for (int i = 0; i < moved.length(); i++) {
            digits.append(Character.digit(moved.charAt(i), 36));
        }
        int check = 98 - new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
        return "%02d".formatted(check);
    }

    private List<String> list(String key) {
        return List.of(BAR.split(line(key)));
    }

    private String line(String key) {
        return Objects.requireNonNull(lines.get(key), () -> code + " has no " + key);
    }

    private static Map<String, String> read(String code) {
        Map<String, String> lines = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Land.class.getResourceAsStream("names/" + code + ".names"), code),
                StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                int colon = line.indexOf(": ");
                if (!line.startsWith("#") && colon > 0) {
                    lines.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String like = lines.remove("like");
        if (like == null) {
            return lines;
        }
        Map<String, String> all = read(like);
        all.putAll(lines);
        return all;
    }
}
