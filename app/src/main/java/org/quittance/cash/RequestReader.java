package org.quittance.cash;

import static org.quittance.db.cash.Tables.AUTHORITY;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.REQUEST;
import static org.quittance.db.cash.Tables.REQUEST_DECISION;
import static org.quittance.db.cash.Tables.REQUEST_HAND_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.Deed;
import org.quittance.core.money.Money;
import org.quittance.db.ledger.tables.AccountView;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requests for refunds, transfers and write-offs, and who may decide about how much. */
@Service
@Transactional(readOnly = true)
public class RequestReader {

    private static final AccountView TO = ACCOUNT_VIEW.as("to_account");

    private final DSLContext sql;
    private final AuditTrail audit;

    RequestReader(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * A request, with its answer where there is one.
     *
     * @param paymentId the payment whose credit it is about; null where it is about none
     * @param to the customer to whom it moves; null but for transfers
     */
    public record RequestLine(
            long id,
            Deed deed,
            String entityCode,
            String customer,
            long itemId,
            @Nullable Long paymentId,
            @Nullable String to,
            Money amount,
            String payeeName,
            String payeeAccount,
            String reason,
            LocalDate askedOn,
            String askedBy,
            @Nullable Answer answer) {

        public long ageDays(LocalDate today) {
            return today.toEpochDay() - askedOn.toEpochDay();
        }
    }

    /** What was decided about a request. */
    public record Answer(Requests.Decision decision, String reason, String actor, Instant at, LocalDate on) {}

    /** What a role may do. */
    public record LimitLine(String role, Deed deed, String currency, long aloneMinor, long approveMinor) {}

    /** Those that wait, the oldest first. */
    public List<RequestLine> waiting(Viewer viewer) {
        return lines(viewer, REQUEST_DECISION.REQUEST_ID.isNull(), 1_000).reversed();
    }

    /** Of those that wait, the ones about a payment in which the person had a hand: somebody else decides about them. */
    public Set<Long> waitingThatTheyHandled(Viewer viewer) {
        return sql.select(REQUEST_HAND_VIEW.REQUEST_ID)
                .from(REQUEST_HAND_VIEW)
                .leftJoin(REQUEST_DECISION)
                .on(REQUEST_DECISION.REQUEST_ID.eq(REQUEST_HAND_VIEW.REQUEST_ID))
                .where(REQUEST_DECISION.REQUEST_ID.isNull())
                .and(REQUEST_HAND_VIEW.ACTOR.eq(viewer.login()))
                .fetchSet(REQUEST_HAND_VIEW.REQUEST_ID);
    }

    /** Those that were answered, the newest first. */
    public List<RequestLine> answered(Viewer viewer, int most) {
        return lines(viewer, REQUEST_DECISION.REQUEST_ID.isNotNull(), most);
    }

    /** Refunds that are approved and so to be paid, the newest first. */
    public List<RequestLine> approvedRefunds(Viewer viewer) {
        return lines(
                viewer,
                REQUEST.DEED
                        .eq(Deed.REFUND.name())
                        .and(REQUEST_DECISION.DECISION.eq(Requests.Decision.APPROVED.name())),
                100_000);
    }

    public List<LimitLine> limits() {
        return sql.selectFrom(AUTHORITY)
                .orderBy(AUTHORITY.CURRENCY, AUTHORITY.DEED, AUTHORITY.ROLE)
                .fetch(row -> new LimitLine(
                        row.getRole(),
                        Deed.valueOf(row.getDeed()),
                        row.getCurrency(),
                        row.getAloneMinor(),
                        row.getApproveMinor()));
    }

    /** Sets what a role may do. */
    @Transactional
    public void setLimit(LimitLine limit, Viewer viewer) {
        sql.insertInto(AUTHORITY)
                .set(AUTHORITY.ROLE, limit.role())
                .set(AUTHORITY.DEED, limit.deed().name())
                .set(AUTHORITY.CURRENCY, limit.currency())
                .set(AUTHORITY.ALONE_MINOR, limit.aloneMinor())
                .set(AUTHORITY.APPROVE_MINOR, limit.approveMinor())
                .onConflict(AUTHORITY.ROLE, AUTHORITY.DEED, AUTHORITY.CURRENCY)
                .doUpdate()
                .set(AUTHORITY.ALONE_MINOR, limit.aloneMinor())
                .set(AUTHORITY.APPROVE_MINOR, limit.approveMinor())
                .execute();
        audit.record(viewer.login(), "authority.set", "role", limit.role(), limit.toString());
    }

    private List<RequestLine> lines(Viewer viewer, Condition which, int most) {
        return sql.select(REQUEST.fields())
                .select(REQUEST_DECISION.fields())
                .select(
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        TO.CUSTOMER_NAME,
                        IDENTIFICATION.PAYMENT_ID)
                .from(REQUEST)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(REQUEST.ACCOUNT_ID))
                .leftJoin(TO)
                .on(TO.ACCOUNT_ID.eq(REQUEST.TO_ACCOUNT_ID))
                .leftJoin(IDENTIFICATION)
                .on(IDENTIFICATION.ITEM_ID.eq(REQUEST.ITEM_ID))
                .leftJoin(REQUEST_DECISION)
                .on(REQUEST_DECISION.REQUEST_ID.eq(REQUEST.ID))
                .where(which)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(REQUEST.ID.desc())
                .limit(most)
                .fetch(RequestReader::line);
    }

    private static RequestLine line(Record row) {
        String decision = row.get(REQUEST_DECISION.DECISION);
        return new RequestLine(
                row.get(REQUEST.ID),
                Deed.valueOf(row.get(REQUEST.DEED)),
                row.get(ACCOUNT_VIEW.ENTITY_CODE),
                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                row.get(REQUEST.ITEM_ID),
                row.get(IDENTIFICATION.PAYMENT_ID),
                row.get(TO.CUSTOMER_NAME),
                Money.ofMinor(row.get(REQUEST.AMOUNT_MINOR), row.get(REQUEST.CURRENCY)),
                row.get(REQUEST.PAYEE_NAME),
                row.get(REQUEST.PAYEE_ACCOUNT),
                row.get(REQUEST.REASON),
                row.get(REQUEST.BUSINESS_DATE),
                row.get(REQUEST.ACTOR),
                decision == null
                        ? null
                        : new Answer(
                                Requests.Decision.valueOf(decision),
                                row.get(REQUEST_DECISION.REASON),
                                row.get(REQUEST_DECISION.ACTOR),
                                row.get(REQUEST_DECISION.DECIDED_AT),
                                row.get(REQUEST_DECISION.BUSINESS_DATE)));
    }
}
