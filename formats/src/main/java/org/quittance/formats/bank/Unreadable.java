package org.quittance.formats.bank;

/**
 * A field that cannot be read, so that the statement around it cannot be taken; the next statement can.
 *
 * <p>Checked, so that the compiler proves that no content of a file leaves this package as an exception.
 */
final class Unreadable extends Exception {

    private final transient Finding finding;

    Unreadable(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
