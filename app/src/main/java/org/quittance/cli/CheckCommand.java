package org.quittance.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.QueueCheck;
import org.quittance.ledger.LedgerCheck;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the ledger audit itself, and walks the audit trail. */
@Command(
        name = "check",
        description = "Derive every balance anew from the postings, and walk the audit trail; names each mismatch.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private OutputForm form = new OutputForm();

    /** What is printed. */
    record Report(
            boolean whole, List<LedgerCheck.Fault> faults, List<Long> lostPayments, AuditTrail.Verification audit) {}

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = installation.startQuietly()) {
            List<LedgerCheck.Fault> faults = context.getBean(LedgerCheck.class).faults();
            List<Long> lost = context.getBean(QueueCheck.class).lost();
            AuditTrail trail = context.getBean(AuditTrail.class);
            trail.seal();
            AuditTrail.Verification audit = trail.verify();
            Report report = new Report(faults.isEmpty() && lost.isEmpty() && audit.holds(), faults, lost, audit);
            print(report);
            return report.whole() ? Commands.DONE : Commands.REFUSED;
        }
    }

    private void print(Report report) {
        PrintWriter out = OutputForm.out(spec);
        if (form.isJson()) {
            form.print(report, out);
            return;
        }
        out.println(
                report.faults().isEmpty()
                        ? "The ledger is whole: every projection equals its postings."
                        : report.faults().size() + " faults in the ledger:");
        report.faults().forEach(fault -> out.println("  " + fault));
        out.println(
                report.lostPayments().isEmpty()
                        ? "Every payment that waits is in the queue."
                        : report.lostPayments().size() + " payments wait and are not in the queue:");
        report.lostPayments().forEach(payment -> out.println("  P" + payment));
        out.println(
                report.audit().holds()
                        ? "The audit trail holds: " + report.audit().sealed() + " entries sealed."
                        : "The audit trail is broken at entry " + report.audit().brokenAt() + ".");
        out.flush();
    }
}
