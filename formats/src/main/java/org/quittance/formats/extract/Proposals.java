package org.quittance.formats.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.TableFile;

/**
 * Guesses at the columns of a file that was not recognised, each with what the guess rests on.
 *
 * <p>A header that some family knows counts most, then one that is almost spelt so, then one that contains a known word; where the header
 * says nothing, the cells below it are asked.
 */
final class Proposals {

    private static final int ROWS_SHOWN = 20;
    private static final int SHORTEST_CONTAINED = 5;

    private Proposals() {}

    /** From the first rows of every sheet. */
    static Recognition.Unrecognised of(TableFile file, List<List<Row>> sheets) {
        Optional<MappingProposal> best = Optional.empty();
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            for (Content content : Content.values()) {
                MappingProposal proposal = proposal(sheet, sheets.get(sheet), content);
                if (best.isEmpty() || score(proposal) > score(best.get())) {
                    best = Optional.of(proposal);
                }
            }
        }
        MappingProposal proposal = best.orElseGet(() -> new MappingProposal(Content.OPEN_ITEMS, 0, 0, List.of()));
        List<Row> rows = sheets.isEmpty() ? List.of() : sheets.get(proposal.sheet());
        return new Recognition.Unrecognised(
                problem(file, rows), rows.subList(0, Math.min(rows.size(), ROWS_SHOWN)), proposal);
    }

    private static Problem problem(TableFile file, List<Row> rows) {
        if (rows.isEmpty()) {
            return Problem.file(
                    file.name(),
                    0,
                    "",
                    "",
                    "The file holds no rows",
                    "Run the extract again and check that it holds lines");
        }
        return Problem.file(
                file.name(),
                0,
                "",
                "",
                "The columns are not those of an extract that is known",
                "Say once what each column is; files with the same headers will then be read at once");
    }

    /** The needs that are met count before the mere number of columns. */
    private static int score(MappingProposal proposal) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        proposal.columns().forEach(guess -> fields.add(guess.field()));
        fields.remove(Field.IGNORED);
        long met = proposal.content().needs().stream()
                .filter(group -> group.stream().anyMatch(fields::contains))
                .count();
        boolean whole = met == proposal.content().needs().size();
        return (whole ? 1000 : 0) + (int) met * 20 + fields.size();
    }

    private static MappingProposal proposal(int sheet, List<Row> rows, Content content) {
        Optional<Row> header = rows.stream()
                .max(Comparator.comparingInt(Proposals::words).thenComparing(Row::line, Comparator.reverseOrder()));
        if (header.isEmpty()) {
            return new MappingProposal(content, sheet, 0, List.of());
        }
        List<Row> below =
                rows.stream().filter(row -> row.line() > header.get().line()).toList();
        return new MappingProposal(content, sheet, header.get().line(), guesses(header.get(), below, content));
    }

    private static int words(Row row) {
        int words = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cell(column);
            boolean digits = cell.chars().anyMatch(Character::isDigit);
            words += !cell.isEmpty() && !digits ? 1 : 0;
        }
        return words;
    }

    private static List<MappingProposal.ColumnGuess> guesses(Row header, List<Row> below, Content content) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        List<Optional<MappingProposal.ColumnGuess>> byName = new ArrayList<>();
        for (int column = 0; column < header.cells().size(); column++) {
            Optional<MappingProposal.ColumnGuess> guess = byName(header.cell(column), content, taken);
            guess.ifPresent(found -> taken.add(found.field()));
            byName.add(guess);
        }
        List<MappingProposal.ColumnGuess> guesses = new ArrayList<>();
        for (int column = 0; column < byName.size(); column++) {
            MappingProposal.ColumnGuess guess = byName.get(column).isPresent()
                    ? byName.get(column).get()
                    : CellGuess.of(header.cell(column), column, below, content, taken);
            taken.add(guess.field());
            guesses.add(guess);
        }
        return guesses;
    }

    private static Optional<MappingProposal.ColumnGuess> byName(String header, Content content, Set<Field> taken) {
        String normalised = HeaderText.normalised(header);
        List<HeaderFamily> families = Families.all().stream()
                .filter(family -> family.content() == content)
                .toList();
        for (HeaderFamily family : families) {
            Optional<Field> field = fieldOf(family, normalised, taken);
            if (field.isPresent()) {
                return guess(header, field.get(), "named so in: " + family.label());
            }
        }
        for (HeaderFamily family : families) {
            for (Field field : free(family, taken)) {
                if (HeaderMatch.nearest(Set.copyOf(family.words(field)), normalised)
                        .isPresent()) {
                    return guess(header, field, "named almost so in: " + family.label());
                }
            }
        }
        return containing(normalised, Families.generic(content), taken)
                .flatMap(field -> guess(header, field, "its name contains a usual name of it"));
    }

    /** The free field with the longest word that the header contains: "open balance total" is a balance, not a total. */
    private static Optional<Field> containing(String header, HeaderFamily family, Set<Field> taken) {
        int longest = SHORTEST_CONTAINED - 1;
        Optional<Field> best = Optional.empty();
        for (Field field : free(family, taken)) {
            for (String word : family.words(field)) {
                if (word.length() > longest && header.contains(word)) {
                    longest = word.length();
                    best = Optional.of(field);
                }
            }
        }
        return best;
    }

    private static Optional<MappingProposal.ColumnGuess> guess(String header, Field field, String why) {
        return Optional.of(new MappingProposal.ColumnGuess(header, field, why));
    }

    private static Optional<Field> fieldOf(HeaderFamily family, String normalised, Set<Field> taken) {
        return free(family, taken).stream()
                .filter(field -> family.words(field).contains(normalised))
                .findFirst();
    }

    private static List<Field> free(HeaderFamily family, Set<Field> taken) {
        return family.vocabulary().keySet().stream()
                .filter(field -> field != Field.IGNORED && !taken.contains(field))
                .toList();
    }
}
