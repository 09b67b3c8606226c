package org.quittance.core.copy;

import java.util.Arrays;
import java.util.List;

/**
 * What in the name of a file may be the number of a document: the whole name, and each part of it that is clearly set off.
 *
 * <p>{@code 90001234_1000.pdf} has the parts {@code 90001234} and {@code 1000}. A hyphen sets nothing off unless blanks surround it: of
 * {@code INV-1001-2.pdf} neither {@code 1001} nor {@code INV-1001} can be told to be meant.
 *
 * @param whole the name without its ending; empty where it is too short to be a number
 * @param parts those that may be a number or the code of a legal entity; empty where the name is all of one piece
 */
public record FileNameNumbers(String whole, List<String> parts) {

    private static final int SHORTEST_WHOLE = 3;

    public FileNameNumbers {
        parts = List.copyOf(parts);
    }

    public static FileNameNumbers of(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("(?i)\\.pdf$", "")
                .strip();
        List<String> parts = Arrays.stream(name.split("\\s+-+\\s+|[\\s_()\\[\\]{},;+=#&]+", -1))
                .map(part -> part.replaceAll("^[.'-]+|[.'-]+$", ""))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        boolean isNumber = name.length() >= SHORTEST_WHOLE && hasDigit(name);
        return new FileNameNumbers(
                isNumber ? name : "", parts.size() == 1 && parts.getFirst().equals(name) ? List.of() : parts);
    }

    /** The parts that are long enough to be a document's number: "scan 3" is the third scan. */
    List<String> numbers() {
        return parts.stream()
                .filter(part -> part.length() > SHORTEST_WHOLE && hasDigit(part))
                .toList();
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
