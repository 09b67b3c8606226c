package org.quittance.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** How a command answers: in words, or in JSON for a program. Mixed into every command that answers. */
public final class OutputForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "Answer in JSON, one object a line.")
    private boolean json;

    public boolean isJson() {
        return json;
    }

    public void print(Object answer, PrintWriter out) {
        out.println(JSON.writeValueAsString(answer));
        out.flush();
    }

    /** Where a command prints; the caller of the command line may have put something else in its place. */
    static PrintWriter out(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("The command was not run from a command line");
        }
        return spec.commandLine().getOut();
    }
}
