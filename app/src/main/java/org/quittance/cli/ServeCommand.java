package org.quittance.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a real installation. */
@Command(
        name = "serve",
        description = "Serve this installation. Database and mail come from the environment; refuses demo passwords.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", defaultValue = "${env:QUITTANCE_PORT:-8080}", description = "Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() {
        installation.startServer("production", Map.of("server.port", Integer.toString(port)));
        return Commands.KEEPS_RUNNING;
    }
}
