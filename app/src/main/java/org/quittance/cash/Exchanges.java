package org.quittance.cash;

import static org.quittance.db.cash.Tables.EXCHANGE;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.PROPOSAL_EXCHANGE;
import static org.quittance.db.cash.Tables.VERDICT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.Exchange;
import org.quittance.core.cash.Exchanging;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.Conversion;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.IdentificationRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ExchangeRates;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows by which rates payments can be credited in other currencies, and keeps as what they were. */
@Service
public class Exchanges {

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;
    private final ExchangeRates rates;
    private final Leeways leeways;

    Exchanges(DSLContext sql, ExchangeRates rates, Leeways leeways) {
        this.sql = sql;
        this.rates = rates;
        this.leeways = leeways;
    }

    /** The rates that deciding about the payments needs: none, and no query, where the items are of their currencies. */
    CrossRates around(Collection<Payment> payments, CandidateIndex index) {
        Set<String> currencies = new TreeSet<>();
        payments.forEach(payment -> currencies.add(payment.amount().currency().getCurrencyCode()));
        int own = currencies.size();
        index.currencies().forEach(currency -> currencies.add(currency.getCurrencyCode()));
        if (currencies.size() == own && own <= 1) {
            return CrossRates.NONE;
        }
        LocalDate first = payments.stream()
                .map(Payment::valueDate)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = payments.stream()
                .map(Payment::valueDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return rates.posting(currencies, first, last);
    }

    /** What money of a payment is worth in another currency on the payment's day. */
    @Transactional(readOnly = true)
    public Conversion worth(long paymentId, Money money, Currency to) {
        return worth(sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId)), money, to);
    }

    private Conversion worth(PaymentRecord payment, Money money, Currency to) {
        LocalDate day = payment.getValueDate();
        return rates.posting(Set.of(money.currency().getCurrencyCode(), to.getCurrencyCode()), day, day)
                .converted(money, to, day);
    }

    /** The currencies in which a payment can be credited: those of which rates are known, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<String> currencies() {
        return rates.currencies();
    }

    /** Decides whether what is left of a payment may be credited as so much of another currency. */
    Exchanging.Outcome decide(PaymentRecord payment, Money left, Money counts, Viewer viewer) {
        Money whole = Money.ofMinor(payment.getAmountMinor(), payment.getCurrency());
        return Exchanging.decide(
                new Exchanging.Facts(
                        left,
                        worth(payment, left, counts.currency()),
                        left.equals(whole) ? CashApplication.payment(payment).sent() : null,
                        proposed(payment.getId()).orElse(null),
                        leeways.of(payment, counts.currency().getCurrencyCode(), viewer)),
                counts);
    }

    /** As what the matcher would credit the payment, by what it has said last. */
    private Optional<Money> proposed(long paymentId) {
        return sql.select(PROPOSAL_EXCHANGE.TAKEN_MINOR, PROPOSAL_EXCHANGE.CURRENCY)
                .from(PROPOSAL_EXCHANGE)
                .join(VERDICT)
                .on(VERDICT.ID.eq(PROPOSAL_EXCHANGE.VERDICT_ID))
                .where(VERDICT.PAYMENT_ID.eq(paymentId))
                .and(VERDICT.DECISION.ne(BY_HAND))
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchOptional(row -> Money.ofMinor(row.value1(), row.value2()));
    }

    /** An exchange that is posted with a payment. */
    record Posted(long paymentId, @Nullable Exchange exchange, LocalDate day) {}

    /** Keeps the exchanges; the number of each, in their order, and nothing where there is none. */
    List<Optional<Long>> record(List<Posted> all, String actor) {
        int count = (int) all.stream().filter(one -> one.exchange() != null).count();
        if (count == 0) {
            return all.stream().map(_ -> Optional.<Long>empty()).toList();
        }
        Iterator<Long> next = sql.fetch("select nextval('cash.exchange_id_seq') from generate_series(1, ?)", count)
                .getValues(0, Long.class)
                .iterator();
        CopyRows rows = new CopyRows(count);
        List<Optional<Long>> ids = new ArrayList<>();
        for (Posted one : all) {
            Exchange exchange = one.exchange();
            if (exchange == null) {
                ids.add(Optional.empty());
                continue;
            }
            long id = next.next();
            ids.add(Optional.of(id));
            rows.value(id)
                    .value(one.paymentId())
                    .value(exchange.paid().minor())
                    .value(exchange.taken().currency())
                    .value(exchange.taken().minor())
                    .value(exchange.atRate() == null ? null : exchange.atRate().minor())
                    .value(exchange.basis())
                    .value(exchange.sentence())
                    .value(one.day())
                    .value(actor)
                    .end();
        }
        rows.into(
                "cash.exchange (id, payment_id, paid_minor, currency, taken_minor, at_rate_minor, basis, told,"
                        + " business_date, actor)",
                sql);
        return ids;
    }

    /** What an account was credited for its part of a payment. */
    Money credit(PaymentRecord payment, IdentificationRecord part) {
        return part.getExchangeId() == null
                ? Money.ofMinor(part.getCreditMinor(), payment.getCurrency())
                : sql.select(EXCHANGE.CURRENCY)
                        .from(EXCHANGE)
                        .where(EXCHANGE.ID.eq(part.getExchangeId()))
                        .fetchSingle(row -> Money.ofMinor(part.getCreditMinor(), row.value1()));
    }
}
