package org.quittance.formats.bank;

import java.io.IOException;

/**
 * A place behind which nothing of the file can be read: markup that does not close, a limit that is reached.
 *
 * <p>It is an {@link IOException} because some of them are found by a {@link java.io.Reader} below the XML parser. Checked, so
 * that the compiler proves that no content of a file leaves this package as an exception.
 */
final class Broken extends IOException {

    private final transient Finding finding;

    Broken(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
