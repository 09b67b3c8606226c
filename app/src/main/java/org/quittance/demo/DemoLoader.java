package org.quittance.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.quittance.demo.DemoCompany.HistoryMonth;
import org.quittance.ledger.BookChanged;
import org.quittance.ledger.EntryContext;
import org.quittance.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demo company, once.
 *
 * <p>First the company, then its history month by month, then what was said and done; each step in one transaction that also remembers how far it has come. A load that
 * was cut short goes on with the next step, from the base date that it began with; a complete one is left alone.
 */
@Service
public class DemoLoader {

    static final String ACTOR = "demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final String BASE_DATE = "demo.base-date";
    private static final String BACKLOG = "demo.backlog";
    private static final String LOADED = "demo.loaded";
    private static final String COMPANY = "company";
    private static final String EVERYTHING = "everything";

    private final DemoMasterData masterData;
    private final DemoRates rates;
    private final DemoMonth months;
    private final DemoExports exports;
    private final DemoContacts contacts;
    private final DemoStrategies strategies;
    private final DemoTeam team;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Path folder;

    DemoLoader(
            DemoMasterData masterData,
            DemoRates rates,
            DemoMonth months,
            DemoExports exports,
            DemoContacts contacts,
            DemoStrategies strategies,
            DemoTeam team,
            Settings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            @Value("${quittance.data:var}") Path data) {
        this.masterData = masterData;
        this.rates = rates;
        this.months = months;
        this.exports = exports;
        this.contacts = contacts;
        this.strategies = strategies;
        this.team = team;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.folder = data.resolve("demo-files");
    }

    /** Where the files are that are still to be imported. */
    public Path folder() {
        return folder;
    }

    /** How far loading has come, as a sentence. */
    String reached() {
        String loaded = settings.read(LOADED).orElse("");
        return switch (loaded) {
            case "" -> "Customers and accounts are entered.";
            case COMPANY -> "Customers and accounts are there; two years of bills and payments come next.";
            case EVERYTHING -> "Bills and payments are there; today is being decided.";
            default ->
                "Bills and payments are there up to " + YearMonth.parse(loaded).format(MONTH) + ".";
        };
    }

    /**
     * Loads what is missing.
     *
     * @param today the base date, where nothing was loaded before
     * @param backlog what is left to be imported, where nothing was loaded before
     */
    public void load(LocalDate today, Backlog backlog) {
        String loaded = settings.read(LOADED).orElse("");
        if (loaded.equals(EVERYTHING)) {
            return;
        }
        DemoCompany company = DemoCompany.on(
                settings.read(BASE_DATE).map(LocalDate::parse).orElse(today),
                settings.read(BACKLOG).map(Backlog::valueOf).orElse(backlog));
        if (loaded.isEmpty()) {
            LOG.info(
                    "Loading the demo company Halden & Rowe: {} customers, {} accounts, two years of history",
                    company.customers().size(),
                    company.accounts().size());
            step(COMPANY, () -> {
                settings.write(BASE_DATE, today.toString());
                settings.write(BACKLOG, backlog.name());
                masterData.enter(company);
                rates.enter(company);
            });
        }
        for (HistoryMonth month : company.months()) {
            if (!isLoaded(month.month(), loaded)) {
                step(month.month().toString(), () -> months.enter(month));
                LOG.info(
                        "Demo: {} loaded, {} bills and {} payments",
                        month.month(),
                        month.bills().size(),
                        month.payments().size());
            }
        }
        writeFiles(company);
        step(EVERYTHING, () -> {
            exports.enter(company);
            contacts.enter(company);
            strategies.enter(company.today());
            team.enter(company.today());
            events.publishEvent(new BookChanged(EntryContext.NO_UPLOAD));
        });
        LOG.info("The demo company is loaded; the files to be imported are in {}", folder);
    }

    private void step(String reached, Runnable work) {
        transaction.executeWithoutResult(_ -> {
            work.run();
            settings.write(LOADED, reached);
        });
    }

    private static boolean isLoaded(YearMonth month, String loaded) {
        boolean isMonth = !loaded.isEmpty() && !loaded.equals(COMPANY);
        return isMonth && !month.isAfter(YearMonth.parse(loaded));
    }

    private void writeFiles(DemoCompany company) {
        try {
            DemoFiles.write(company, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The files to be imported could not be written to " + folder, e);
        }
    }
}
