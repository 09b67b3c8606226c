package org.quittance.cli;

/** The command line: {@code quittance demo}, {@code quittance import FILE…} and the others. */
public final class Quittance {

    private Quittance() {}

    public static void main(String[] args) {
        int exitCode = Commands.run(args);
        if (exitCode != Commands.KEEPS_RUNNING) {
            System.exit(exitCode);
        }
    }
}
