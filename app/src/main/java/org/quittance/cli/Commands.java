package org.quittance.cli;

import org.quittance.platform.StartRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** All commands, and how they are run. */
@Command(
        name = "quittance",
        description = "Credit and collections: from the invoice in the ledger to the money applied.",
        mixinStandardHelpOptions = true,
        version = "Quittance 0.1",
        subcommands = {
            HelpCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            EntityCommand.class,
            ImportCommand.class,
            RunCommand.class,
            AgeingCommand.class,
            MatchCommand.class,
            CheckCommand.class,
            DoctorCommand.class
        })
public final class Commands {

    public static final int DONE = CommandLine.ExitCode.OK;
    public static final int REFUSED = CommandLine.ExitCode.SOFTWARE;
    public static final int WRONGLY_CALLED = CommandLine.ExitCode.USAGE;
    /** The command has started a server: the process ends when somebody stops it. */
    public static final int KEEPS_RUNNING = -1;

    private Commands() {}

    /** Whoever makes a bean wraps what its making throws. */
    private static boolean isRefusedStart(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return true;
            }
        }
        return false;
    }

    /** Runs one command line and returns its exit code. */
    public static int run(String... args) {
        CommandLine line = new CommandLine(new Commands());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof CommandRefused refused) {
                command.getErr().println(refused.getMessage());
                return REFUSED;
            }
            if (isRefusedStart(exception)) {
                return REFUSED; // Why is on the console already.
            }
            throw exception;
        });
        if (args.length == 0) {
            line.usage(System.out);
            return WRONGLY_CALLED;
        }
        return line.execute(args);
    }
}
