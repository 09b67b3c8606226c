package org.quittance.web.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of the demo company, which lie ready to be imported by hand.
 *
 * @param all their names, by the number that each begins with
 * @param unread those that nobody has handed in yet
 */
public record Samples(List<String> all, List<String> unread) {

    public Samples {
        all = List.copyOf(all);
        unread = List.copyOf(unread);
    }

    /** The names of the files of a folder; none where there is no such folder, as in a real installation. */
    static List<String> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".txt"))
                    .map(file -> file.getFileName().toString())
                    .sorted(Comparator.comparingInt(Samples::number).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    static Samples of(List<String> names, Set<String> handedIn) {
        return new Samples(
                names, names.stream().filter(name -> !handedIn.contains(name)).toList());
    }

    private static int number(String name) {
        int end = 0;
        while (end < name.length() && end < 9 && Character.isDigit(name.charAt(end))) {
            end++;
        }
        return end == 0 ? Integer.MAX_VALUE : Integer.parseInt(name.substring(0, end));
    }
}
