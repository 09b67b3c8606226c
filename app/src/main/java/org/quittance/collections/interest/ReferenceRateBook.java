package org.quittance.collections.interest;

import static org.quittance.db.collections.Tables.REFERENCE_RATE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.interest.LatePaymentScheme;
import org.quittance.core.interest.ReferenceRates;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reference rates behind late-payment interest, by the day from which each is in force, in percent a year and without the law's margin.
 *
 * <p>Rows are only added. Of several for one day the last counts; what was claimed by an earlier one stays as it was claimed. The rate that
 * was entered last holds until another is entered: a bank's change that nobody enters is not known here.
 */
@Service
public class ReferenceRateBook {

    private final DSLContext sql;
    private final AuditTrail audit;

    ReferenceRateBook(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * A rate as somebody has entered it.
     *
     * @param percent a year
     * @param counts whether no later entry has corrected it
     */
    public record Entry(
            LatePaymentScheme scheme,
            LocalDate from,
            BigDecimal percent,
            String source,
            String actor,
            Instant recordedAt,
            boolean counts) {}

    /** All of them, the latest day first; corrected ones among them. */
    @Transactional(readOnly = true)
    public List<Entry> entries() {
        Set<List<Object>> seen = new HashSet<>();
        return sql.selectFrom(REFERENCE_RATE)
                .orderBy(REFERENCE_RATE.SCHEME, REFERENCE_RATE.FROM_DAY.desc(), REFERENCE_RATE.ID.desc())
                .fetch(row -> new Entry(
                        row.getScheme(),
                        row.getFromDay(),
                        row.getPercent(),
                        row.getSource(),
                        row.getActor(),
                        row.getRecordedAt(),
                        seen.add(List.of(row.getScheme(), row.getFromDay()))));
    }

    /** As they are known now. */
    @Transactional(readOnly = true)
    public ReferenceRates rates(LatePaymentScheme scheme) {
        Map<LocalDate, BigDecimal> percentFrom = new HashMap<>();
        sql.select(REFERENCE_RATE.FROM_DAY, REFERENCE_RATE.PERCENT)
                .from(REFERENCE_RATE)
                .where(REFERENCE_RATE.SCHEME.eq(scheme))
                .orderBy(REFERENCE_RATE.ID)
                .forEach(row -> percentFrom.put(row.value1(), row.value2()));
        return ReferenceRates.of(percentFrom);
    }

    /** Enters a rate, or corrects that of the day. */
    @Transactional
    public void enter(LatePaymentScheme scheme, LocalDate from, BigDecimal percent, String source, Viewer viewer) {
        sql.insertInto(REFERENCE_RATE)
                .set(REFERENCE_RATE.SCHEME, scheme)
                .set(REFERENCE_RATE.FROM_DAY, from)
                .set(REFERENCE_RATE.PERCENT, percent)
                .set(REFERENCE_RATE.SOURCE, source.strip())
                .set(REFERENCE_RATE.ACTOR, viewer.login())
                .execute();
        audit.record(
                viewer.login(),
                "reference-rate.entered",
                "reference-rate",
                scheme.name(),
                "%s %% from %s, %s".formatted(percent.toPlainString(), from, source.strip()));
    }
}
