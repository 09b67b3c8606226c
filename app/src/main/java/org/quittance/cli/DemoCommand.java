package org.quittance.cli;

import java.util.Map;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() {
        installation.startServer("demo", Map.of("server.port", Integer.toString(port)));
        return Commands.KEEPS_RUNNING;
    }
}
