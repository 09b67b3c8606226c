package org.quittance.web.strategies;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.quittance.collections.decision.PaymentPolicies;
import org.quittance.collections.decision.StepChoices;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows every documented exception from strategies, with its reason and its last day, and which other steps people have taken. */
@Controller
class ExceptionsController {

    private static final String PATH = "/strategies/exceptions";

    private static final List<Column> COLUMNS = List.of(
            Column.text("Customer"),
            Column.text("Entity"),
            Column.text("Account"),
            Column.text("They pay"),
            Column.text("Why"),
            Column.date("Until"),
            Column.text("Set by"));

    private final PaymentPolicies policies;
    private final StepChoices choices;
    private final BusinessClock clock;

    ExceptionsController(PaymentPolicies policies, StepChoices choices, BusinessClock clock) {
        this.policies = policies;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list(Viewer viewer) {
        return Page.of(
                "strategies/exceptions",
                "Exceptions",
                new ExceptionsView(policies.inForce(viewer), choices.latest(viewer)));
    }

    @GetMapping(PATH + "/export")
    void export(@RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        new TableExport("exceptions " + clock.today(), COLUMNS)
                .to(
                        response,
                        format,
                        policies.inForce(viewer).stream()
                                .map(ExceptionsController::row)
                                .toList());
    }

    private static List<Value> row(PaymentPolicies.Line line) {
        return List.of(
                Value.of(line.customerName()),
                Value.of(line.entityCode()),
                Value.of(line.accountNumber()),
                Value.of(line.policy().sentence()),
                Value.of(line.policy().reason()),
                Value.of(line.policy().until()),
                Value.of(line.actor()));
    }
}
