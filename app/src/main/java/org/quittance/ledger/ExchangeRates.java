package org.quittance.ledger;

import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.ledger.Tables.RATE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.ledger.Rate;
import org.quittance.core.ledger.RateTable;
import org.quittance.core.ledger.ReportingRates;
import org.quittance.core.ledger.ReportingTotals;
import org.quittance.core.money.Money;
import org.quittance.platform.Settings;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the exchange rates and the reporting currency, and shows amounts in it.
 *
 * <p>A rate counts from its day until the next one of its pair. Nothing in the books is ever converted; money that comes in is, where it pays
 * items of another currency.
 */
@Service
public class ExchangeRates {

    private static final SqlFile RATES = SqlFile.beside(ExchangeRates.class, "rates.sql");
    private static final String REPORTING_CURRENCY = "ledger.reporting-currency";
    /** In which most public lists are quoted: what crosses where no direct rate is known. */
    private static final String EURO = "EUR";
    /** By an older rate nothing is posted. */
    private static final int POSTED_AT_MOST_DAYS_OLD = 7;

    private final DSLContext sql;
    private final Settings settings;
    private final AuditTrail audit;

    ExchangeRates(DSLContext sql, Settings settings, AuditTrail audit) {
        this.sql = sql;
        this.settings = settings;
        this.audit = audit;
    }

    /** What became of a list of rates; what is in neither number was known already. */
    public record Entered(int added, int corrected) {}

    /** A rate as it is kept. */
    public record Listed(String base, String quote, LocalDate day, BigDecimal rate, String source) {}

    /** The currency in which the installation reports; nothing before it was chosen. */
    @Transactional(readOnly = true)
    public Optional<Currency> reportingCurrency() {
        return settings.read(REPORTING_CURRENCY).map(Currency::getInstance);
    }

    @Transactional
    public void reportIn(Currency currency, String actor) {
        settings.write(REPORTING_CURRENCY, currency.getCurrencyCode());
        audit.record(actor, "reporting-currency.chosen", "setting", REPORTING_CURRENCY, currency.getCurrencyCode());
    }

    /** Enters rates; one of a pair and day that was known with another value is corrected. */
    @Transactional
    public Entered enter(List<RateDraft> drafts, String actor) {
        Result<Record> rows = sql.fetch(
                RATES.text(),
                texts(drafts, RateDraft::base),
                texts(drafts, RateDraft::quote),
                drafts.stream().map(RateDraft::day).toArray(LocalDate[]::new),
                drafts.stream().map(RateDraft::rate).toArray(BigDecimal[]::new),
                texts(drafts, RateDraft::source));
        int added = (int) rows.stream().filter(row -> row.get(0, Boolean.class)).count();
        Entered entered = new Entered(added, rows.size() - added);
        if (!rows.isEmpty()) {
            audit.record(actor, "rates.entered", "rate", drafts.getFirst().source(), told(drafts, entered));
        }
        return entered;
    }

    /**
     * The rates that are kept, the latest day first.
     *
     * @param currency only pairs with this currency; null for all
     * @param upTo only those of this day and before
     */
    @Transactional(readOnly = true)
    public List<Listed> rates(@Nullable String currency, LocalDate upTo, int offset, int most) {
        return sql.select(RATE.BASE, RATE.QUOTE, RATE.ON_DAY, RATE.RATE_, RATE.SOURCE)
                .from(RATE)
                .where(RATE.ON_DAY.le(upTo))
                .and(currency == null ? noCondition() : RATE.BASE.eq(currency).or(RATE.QUOTE.eq(currency)))
                .orderBy(RATE.ON_DAY.desc(), RATE.BASE, RATE.QUOTE)
                .offset(offset)
                .limit(most)
                .fetch(row -> new Listed(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /**
     * The amounts beside their worth in the reporting currency, by the last rates at or before the day.
     *
     * @param amounts for each currency as many amounts as for the others, in the same order
     * @return nothing before a reporting currency was chosen, or where there are no amounts
     */
    @Transactional(readOnly = true)
    public Optional<ReportingTotals> reported(Collection<List<Money>> amounts, LocalDate asOf) {
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        return reportingCurrency().map(reporting -> {
            Set<String> own = amounts.stream()
                    .map(line -> line.getFirst().currency().getCurrencyCode())
                    .collect(Collectors.toSet());
            return ReportingTotals.of(amounts, new ReportingRates(reporting, asOf, tables(own, reporting, asOf)));
        });
    }

    /**
     * By what money of these currencies is posted as money of another of them on any day of a span: no rate of a day is older than a week.
     */
    @Transactional(readOnly = true)
    public CrossRates posting(Set<String> currencies, LocalDate from, LocalDate to) {
        Set<String> bases = new TreeSet<>(currencies);
        bases.add(EURO);
        Map<String, List<Rate>> byBase = sql.select(RATE.BASE, RATE.QUOTE, RATE.ON_DAY, RATE.RATE_, RATE.SOURCE)
                .from(RATE)
                .where(RATE.BASE.in(bases))
                .and(RATE.QUOTE.in(bases))
                .and(RATE.ON_DAY.between(from.minusDays(POSTED_AT_MOST_DAYS_OLD), to))
                .fetchGroups(RATE.BASE, ExchangeRates::rate);
        return new CrossRates(bases.stream()
                .map(base -> RateTable.of(
                        Currency.getInstance(base), POSTED_AT_MOST_DAYS_OLD, byBase.getOrDefault(base, List.of())))
                .toList());
    }

    /** The currencies of which rates are known, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<String> currencies() {
        return sql.select(RATE.BASE)
                .from(RATE)
                .union(sql.select(RATE.QUOTE).from(RATE))
                .orderBy(1)
                .fetch(RATE.BASE);
    }

    /** How amounts of any currency are shown on a day, for a table of many lines; nothing before a reporting currency was chosen. */
    @Transactional(readOnly = true)
    public Optional<ReportingRates> reporting(LocalDate asOf) {
        return reportingCurrency().map(reporting -> {
            Set<String> all = new LinkedHashSet<>(sql.selectDistinct(RATE.BASE)
                    .from(RATE)
                    .union(sql.selectDistinct(RATE.QUOTE).from(RATE))
                    .fetch(RATE.BASE));
            return new ReportingRates(reporting, asOf, tables(all, reporting, asOf));
        });
    }

    /** Where to look rates up: against the reporting currency, against the euro, against each of the others. */
    private List<RateTable> tables(Set<String> own, Currency reporting, LocalDate asOf) {
        Set<String> bases = new LinkedHashSet<>(List.of(reporting.getCurrencyCode(), EURO));
        own.stream().sorted().forEach(bases::add);
        Map<String, List<Rate>> byBase = sql.select(RATE.BASE, RATE.QUOTE, RATE.ON_DAY, RATE.RATE_, RATE.SOURCE)
                .distinctOn(RATE.BASE, RATE.QUOTE)
                .from(RATE)
                .where(RATE.BASE.in(bases))
                .and(RATE.QUOTE.in(bases))
                .and(RATE.ON_DAY.le(asOf))
                .orderBy(RATE.BASE, RATE.QUOTE, RATE.ON_DAY.desc())
                .fetchGroups(RATE.BASE, ExchangeRates::rate);
        List<RateTable> tables = new ArrayList<>();
        for (String base : bases) {
            tables.add(
                    RateTable.of(Currency.getInstance(base), Integer.MAX_VALUE, byBase.getOrDefault(base, List.of())));
        }
        return tables;
    }

    private static Rate rate(Record row) {
        return new Rate(
                row.get(RATE.ON_DAY),
                Currency.getInstance(row.get(RATE.QUOTE)),
                row.get(RATE.RATE_).stripTrailingZeros(),
                row.get(RATE.SOURCE));
    }

    private static String told(List<RateDraft> drafts, Entered entered) {
        RateDraft first = drafts.getFirst();
        return drafts.size() == 1
                ? "1 %s = %s %s on %s".formatted(first.base(), first.rate().toPlainString(), first.quote(), first.day())
                : "%d added, %d corrected".formatted(entered.added(), entered.corrected());
    }

    private static String[] texts(List<RateDraft> drafts, Function<RateDraft, String> text) {
        return drafts.stream().map(text).toArray(String[]::new);
    }
}
