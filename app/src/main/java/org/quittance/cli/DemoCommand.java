package org.quittance.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.quittance.demo.Backlog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the demo company, which it loads on the first start. */
@Command(
        name = "demo",
        description = "Serve the demo company with its own database and mailbox; loads it on the first start.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--backlog",
            defaultValue = "WEEK",
            description =
                    "How much the banks have sent that is still to be imported: ${COMPLETION-CANDIDATES}. Counts at the "
                            + "first start of a data folder. Default: ${DEFAULT-VALUE}.")
    private Backlog backlog = Backlog.WEEK;

    @Override
    public Integer call() {
        installation.startServer(
                "demo", Map.of("server.port", Integer.toString(port), "quittance.demo.backlog", backlog.name()));
        return Commands.KEEPS_RUNNING;
    }
}
