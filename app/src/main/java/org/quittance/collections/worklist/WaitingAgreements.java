package org.quittance.collections.worklist;

import static org.quittance.db.collections.Tables.WAITING_AGREEMENT_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_OWNER_VIEW;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.collections.agreement.Approver;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what was agreed and waits for the viewer: for their approval, or for its letter to the customer. */
@Service
public class WaitingAgreements {

    private final DSLContext sql;
    private final AuthorityBook authorities;

    WaitingAgreements(DSLContext sql, AuthorityBook authorities) {
        this.sql = sql;
        this.authorities = authorities;
    }

    /** For what an agreement waits. */
    private enum Kind {
        PLAN,
        SETTLEMENT,
        WAIVER,
        LETTER
    }

    /**
     * How many there are.
     *
     * @param plans repayment plans that the viewer may approve
     * @param settlements offers that the viewer may approve
     * @param waivers of interest that the viewer may approve
     * @param letters offers that stand and that the customer does not know of yet
     */
    public record Counts(int plans, int settlements, int waivers, int letters) {

        public int toApprove() {
            return plans + settlements + waivers;
        }
    }

    private record Waiting(Kind kind, String askedBy, Money amount, LocalDate askedOn, LocalDate until) {

        boolean isFor(Approver approver) {
            Authority.Officer asks = new Authority.Officer(askedBy, Set.of());
            return switch (kind) {
                case PLAN ->
                    approver.withheld(new Authority.Request(asks, amount, askedOn, until))
                            .isEmpty();
                case SETTLEMENT, WAIVER ->
                    approver.withheld(new Discretion.Wish(asks, amount, askedOn), RequestDecision.APPROVED)
                            .isEmpty();
                case LETTER -> true;
            };
        }
    }

    /** Of the accounts that the viewer sees; what they asked for themselves is not theirs to approve. */
    @Transactional
    public Counts counts(Viewer viewer) {
        List<Waiting> waiting = sql.select(
                        WAITING_AGREEMENT_VIEW.KIND,
                        WAITING_AGREEMENT_VIEW.ASKED_BY,
                        WAITING_AGREEMENT_VIEW.AMOUNT_MINOR,
                        WAITING_AGREEMENT_VIEW.CURRENCY,
                        WAITING_AGREEMENT_VIEW.ASKED_ON,
                        WAITING_AGREEMENT_VIEW.UNTIL)
                .from(WAITING_AGREEMENT_VIEW)
                .join(ACCOUNT_OWNER_VIEW)
                .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(WAITING_AGREEMENT_VIEW.ACCOUNT_ID))
                .where(Visibility.of(viewer, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                .fetch(row -> new Waiting(
                        Kind.valueOf(row.value1()),
                        row.value2(),
                        Money.ofMinor(row.value3(), row.value4()),
                        row.value5(),
                        row.value6()));
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        if (!waiting.isEmpty()) {
            Approver approver = authorities.approver(viewer);
            waiting.stream()
                    .filter(one -> one.isFor(approver))
                    .forEach(one -> counts.merge(one.kind(), 1, Integer::sum));
        }
        return new Counts(
                counts.getOrDefault(Kind.PLAN, 0),
                counts.getOrDefault(Kind.SETTLEMENT, 0),
                counts.getOrDefault(Kind.WAIVER, 0),
                counts.getOrDefault(Kind.LETTER, 0));
    }
}
