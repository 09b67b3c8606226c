package org.quittance.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.AgreementReview;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides about every account, as the night does; of an earlier day agreements are left as they are. */
@Command(
        name = "run",
        description =
                "End plans and settlements that are paid or have failed, decide what every account needs next, and publish the worklist. A second run of the day changes nothing.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private OutputForm form = new OutputForm();

    @Option(names = "--as-of", paramLabel = "DATE", description = "The business date (default: today).")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = installation.startQuietly()) {
            LocalDate today = context.getBean(BusinessClock.class).today();
            LocalDate day = asOf == null ? today : asOf;
            if (day.isAfter(today)) {
                throw new CommandRefused(
                        "%s has not come yet. What is published is the worklist of today: give today (%s) or an earlier day."
                                .formatted(day, today));
            }
            if (day.equals(today)) {
                context.getBean(AgreementReview.class).review(day, "command line");
            }
            RunOutcome outcome = context.getBean(NightlyRun.class).run(day, "command line");
            PrintWriter out = OutputForm.out(spec);
            return switch (outcome) {
                case RunOutcome.Published published -> {
                    if (form.isJson()) {
                        form.print(published, out);
                    } else {
                        out.printf(
                                "Run %d for %s: %d accounts decided, %d with something to do.%n",
                                published.runId(), day, published.accounts(), published.actions());
                        out.flush();
                    }
                    yield Commands.DONE;
                }
                case RunOutcome.UnderWay _ ->
                    throw new CommandRefused("Another run is under way. Wait until it is published.");
            };
        }
    }
}
