package org.quittance.web.rates;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.rates.RateFile;
import org.quittance.formats.rates.RateLine;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.ExchangeRates.Entered;
import org.quittance.ledger.ExchangeRates.Listed;
import org.quittance.ledger.RateDraft;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.quittance.web.rates.RatesView.NewRate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class RatesController {

    private static final String PATH = "/entities/rates";
    private static final int RATES_SHOWN = 100;

    private final ExchangeRates rates;
    private final BusinessClock clock;

    RatesController(ExchangeRates rates, BusinessClock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list(
            @RequestParam(defaultValue = "") String currency,
            @RequestParam @Nullable LocalDate upTo,
            @RequestParam(defaultValue = "0") int from) {
        String code = currency.strip().toUpperCase(Locale.ROOT);
        LocalDate day = upTo == null ? clock.today() : upTo;
        List<Listed> found = rates.rates(code.isEmpty() ? null : code, day, from, RATES_SHOWN + 1);
        Query url = Query.of(PATH).with("currency", code).with("upTo", day);
        Pager pager = Pager.of(url, from, RATES_SHOWN, found.size());
        return page(new RatesView(
                code.isEmpty() ? null : code,
                day,
                reporting(),
                found.subList(0, Math.min(found.size(), RATES_SHOWN)),
                pager,
                NewRate.empty(clock.today()),
                List.of(),
                Problems.none()));
    }

    @PostMapping(PATH)
    Answer add(NewRate form, Viewer viewer) {
        Optional<Currency> base = currency(form.base());
        Optional<Currency> quote = currency(form.quote());
        Optional<BigDecimal> rate = rate(form.rate());
        Problems problems = Problems.none();
        if (base.isEmpty()) {
            problems = problems.and("base", "Give the three letters of a currency, such as EUR.");
        }
        if (quote.isEmpty() || quote.equals(base)) {
            problems = problems.and("quote", "Give the three letters of another currency, such as USD.");
        }
        if (form.day() == null || form.day().isAfter(clock.today())) {
            problems = problems.and("day", "Give the day of the rate: today or one before.");
        }
        if (rate.isEmpty()) {
            problems = problems.and("rate", "Give a number above zero with at most ten decimals, such as 1.0842.");
        }
        if (!problems.isEmpty() || form.day() == null) {
            return again(form, List.of(), problems);
        }
        RateDraft draft = new RateDraft(
                base.orElseThrow().getCurrencyCode(),
                quote.orElseThrow().getCurrencyCode(),
                form.day(),
                rate.orElseThrow(),
                "entered by " + viewer.login());
        return Redirect.to(PATH).saying(said(rates.enter(List.of(draft), viewer.login())));
    }

    /** Takes a list in: what can be read of it is entered, and what cannot is shown. */
    @PostMapping(PATH + "/files")
    Answer takeFile(@RequestParam MultipartFile file, Viewer viewer) throws IOException {
        NewRate empty = NewRate.empty(clock.today());
        if (file.isEmpty()) {
            return again(empty, List.of(), Problems.at("file", "Choose a file that is not empty."));
        }
        String name = file.getOriginalFilename() == null ? "rates" : file.getOriginalFilename();
        Parsed<List<RateLine>> read = read(name, file);
        if (read.isRefused()) {
            return again(empty, read.problems(), Problems.at("file", "Nothing of " + name + " was taken."));
        }
        Entered entered = rates.enter(
                read.get().stream()
                        .map(line -> new RateDraft(line.base(), line.quote(), line.day(), line.rate(), name))
                        .toList(),
                viewer.login());
        if (read.problems().isEmpty()) {
            return Redirect.to(PATH).saying(said(entered));
        }
        return again(
                empty,
                read.problems(),
                Problems.at(
                        "file",
                        said(entered) + " " + read.problems().size() + " lines of " + name + " were not taken."));
    }

    @PostMapping(PATH + "/reporting-currency")
    Answer reportIn(@RequestParam String reporting, Viewer viewer) {
        Optional<Currency> chosen = currency(reporting);
        if (chosen.isEmpty()) {
            return again(
                    NewRate.empty(clock.today()),
                    List.of(),
                    Problems.at("reporting", "Give the three letters of a currency, such as EUR."));
        }
        rates.reportIn(chosen.get(), viewer.login());
        return Redirect.to(PATH).saying("Totals are shown in " + chosen.get() + " too.");
    }

    private static Parsed<List<RateLine>> read(String name, MultipartFile file) throws IOException {
        Path copy = Files.createTempFile("rates", ".upload");
        try {
            file.transferTo(copy);
            return RateFile.read(name, copy);
        } finally {
            Files.delete(copy);
        }
    }

    private Page again(NewRate form, List<Problem> refused, Problems problems) {
        LocalDate today = clock.today();
        return page(new RatesView(
                        null,
                        today,
                        reporting(),
                        rates.rates(null, today, 0, RATES_SHOWN),
                        new Pager(null, null),
                        form,
                        refused,
                        problems))
                .refused();
    }

    private static Page page(RatesView view) {
        return Page.of("rates/rates", "Exchange rates", view);
    }

    private @Nullable String reporting() {
        return rates.reportingCurrency().map(Currency::getCurrencyCode).orElse(null);
    }

    private static String said(Entered entered) {
        return "%d rates added, %d corrected.".formatted(entered.added(), entered.corrected());
    }

    private static Optional<Currency> currency(@Nullable String code) {
        String text = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(text) && currency.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    private static Optional<BigDecimal> rate(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        return text.matches("\\d{1,10}(\\.\\d{1,10})?") && new BigDecimal(text).signum() > 0
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
