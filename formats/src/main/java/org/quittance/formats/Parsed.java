package org.quittance.formats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read, beside what could not be: partial success.
 *
 * <p>Invariant: without a value there is at least one problem, and one of them refuses the file.
 *
 * @param value what was read; null where the file was refused as a whole
 * @param problems every refused row and remark, in the order of the file
 */
public record Parsed<T>(@Nullable T value, List<Problem> problems) {

    public Parsed {
        problems = List.copyOf(problems);
        if (value == null && problems.stream().noneMatch(p -> p.severity() == Problem.Severity.FILE_REFUSED)) {
            throw new IllegalArgumentException("nothing was read, and no problem says why");
        }
    }

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(value, List.of());
    }

    public static <T> Parsed<T> of(T value, List<Problem> problems) {
        return new Parsed<>(value, problems);
    }

    public static <T> Parsed<T> refused(Problem problem) {
        return new Parsed<>(null, List.of(problem));
    }

    public boolean isRefused() {
        return value == null;
    }

    /** The value, where the caller has made sure that the file was not refused. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("refused: " + problems);
        }
        return value;
    }
}
