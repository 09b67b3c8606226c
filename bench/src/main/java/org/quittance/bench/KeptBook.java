package org.quittance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The mark beside a generated book that is kept: of what size and day it is. Generating ten million open items takes most of an hour, working a night on
 * them minutes.
 *
 * <p>Only a book with its mark is measured again. The mark is written when the book is whole and taken off before anything is posted on it.
 */
record KeptBook(BookSize size, LocalDate day) {

    private static final String MARK = "book.txt";

    /** Whether the folder holds this very book, whole and as it was generated. */
    boolean isIn(Path folder) {
        Path mark = folder.resolve(MARK);
        try {
            return Files.exists(mark) && Files.readString(mark).equals(toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of the book cannot be read: " + mark, e);
        }
    }

    void mark(Path folder) throws IOException {
        Files.writeString(folder.resolve(MARK), toString());
    }

    static void takeOff(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(MARK));
    }
}
