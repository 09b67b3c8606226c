package org.quittance.web.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.interest.ReferenceRateBook;
import org.quittance.core.interest.LatePaymentScheme;
import org.quittance.identity.Viewer;
import org.quittance.web.interest.ReferenceRatesView.NewReferenceRate;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The rates that late-payment interest builds on. */
@Controller
class ReferenceRatesController {

    private static final String PATH = "/entities/reference-rates";

    private final ReferenceRateBook rates;

    ReferenceRatesController(ReferenceRateBook rates) {
        this.rates = rates;
    }

    @GetMapping(PATH)
    Page list() {
        return page(NewReferenceRate.empty(), Problems.none());
    }

    @PostMapping(PATH)
    Answer enter(NewReferenceRate form, Viewer viewer) {
        LatePaymentScheme scheme = form.scheme();
        LocalDate day = form.day();
        Optional<BigDecimal> percent = percent(form.percent());
        Problems problems = Problems.none();
        if (scheme == null) {
            problems = problems.and("scheme", "Choose whose rate it is.");
        }
        if (day == null) {
            problems = problems.and("day", "Give the day from which the rate is in force.");
        }
        if (percent.isEmpty()) {
            problems = problems.and("percent", "Give a number such as 3.75, with at most four decimals.");
        }
        if (Typed.text(form.source()).isEmpty()) {
            problems = problems.and("source", "Say where it was published.");
        }
        if (scheme == null || day == null || !problems.isEmpty()) {
            return page(form, problems).refused();
        }
        rates.enter(scheme, day, percent.orElseThrow(), Typed.text(form.source()), viewer);
        return Redirect.to(PATH).saying("The rate is entered. What was claimed before stays as it was claimed.");
    }

    private Page page(NewReferenceRate form, Problems problems) {
        return Page.of("interest/rates", "Reference rates", new ReferenceRatesView(rates.entries(), form, problems));
    }

    private static Optional<BigDecimal> percent(@Nullable String typed) {
        String text = Typed.text(typed);
        return text.matches("-?\\d{1,2}(\\.\\d{1,4})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
