package org.quittance.collections.interest;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.INTEREST_CLAIM;
import static org.quittance.db.collections.Tables.INTEREST_CLAIM_ITEM;
import static org.quittance.db.collections.Tables.INTEREST_CLAIM_PERIOD;
import static org.quittance.db.correspondence.Tables.MESSAGE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.collections.agreement.PlanView;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.money.Money;
import org.quittance.correspondence.MessageState;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/** Reads claims back as they were made. */
@Component
class InterestClaimStore {

    /** How many a list shows. */
    private static final int MOST = 500;

    private final DSLContext sql;

    InterestClaimStore(DSLContext sql) {
        this.sql = sql;
    }

    private record Place(long claim, int item) {}

    List<InterestClaim> all(Viewer viewer) {
        return claims(noCondition(), viewer);
    }

    List<InterestClaim> ofAccount(long account, Viewer viewer) {
        return claims(INTEREST_CLAIM.ACCOUNT_ID.eq(account), viewer);
    }

    Optional<InterestClaim> one(long id, Viewer viewer) {
        return claims(INTEREST_CLAIM.ID.eq(id), viewer).stream().findFirst();
    }

    private List<InterestClaim> claims(Condition which, Viewer viewer) {
        var rows = sql.select(INTEREST_CLAIM.fields())
                .select(
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        MESSAGE_VIEW.STATE)
                .from(INTEREST_CLAIM)
                .leftJoin(MESSAGE_VIEW)
                .on(MESSAGE_VIEW.MESSAGE_ID.eq(INTEREST_CLAIM.MESSAGE_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(INTEREST_CLAIM.ACCOUNT_ID))
                .where(which)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(INTEREST_CLAIM.ID.desc())
                .limit(MOST)
                .fetch();
        Long[] ids = rows.getValues(INTEREST_CLAIM.ID).toArray(Long[]::new);
        Map<Long, String> currencies = rows.intoMap(INTEREST_CLAIM.ID, INTEREST_CLAIM.CURRENCY);
        Map<Long, List<InterestClaim.Line>> lines = lines(ids, currencies);
        return rows.map(row -> claim(row, lines.getOrDefault(row.get(INTEREST_CLAIM.ID), List.of())));
    }

    private Map<Long, List<InterestClaim.Line>> lines(Long[] claims, Map<Long, String> currencies) {
        Map<Place, List<InterestPeriod>> periods = periods(claims, currencies);
        Map<Long, List<InterestClaim.Line>> lines = new HashMap<>();
        sql.selectFrom(INTEREST_CLAIM_ITEM)
                .where(INTEREST_CLAIM_ITEM.CLAIM_ID.eq(any(val(claims))))
                .orderBy(INTEREST_CLAIM_ITEM.CLAIM_ID, INTEREST_CLAIM_ITEM.NUMBER)
                .forEach(row -> {
                    String currency = currencies.getOrDefault(row.getClaimId(), "");
                    lines.computeIfAbsent(row.getClaimId(), _ -> new ArrayList<>())
                            .add(new InterestClaim.Line(
                                    row.getItemId(),
                                    row.getDocument(),
                                    row.getDueDate(),
                                    Money.ofMinor(row.getOpenMinor(), currency),
                                    Money.ofMinor(row.getInterestMinor(), currency),
                                    Money.ofMinor(row.getCompensationMinor(), currency),
                                    Money.ofMinor(row.getWaivedInterestMinor(), currency),
                                    Money.ofMinor(row.getWaivedCompensationMinor(), currency),
                                    periods.getOrDefault(new Place(row.getClaimId(), row.getNumber()), List.of())));
                });
        return lines;
    }

    private Map<Place, List<InterestPeriod>> periods(Long[] claims, Map<Long, String> currencies) {
        Map<Place, List<InterestPeriod>> periods = new HashMap<>();
        sql.selectFrom(INTEREST_CLAIM_PERIOD)
                .where(INTEREST_CLAIM_PERIOD.CLAIM_ID.eq(any(val(claims))))
                .orderBy(
                        INTEREST_CLAIM_PERIOD.CLAIM_ID, INTEREST_CLAIM_PERIOD.ITEM_NUMBER, INTEREST_CLAIM_PERIOD.NUMBER)
                .forEach(row -> periods.computeIfAbsent(
                                new Place(row.getClaimId(), row.getItemNumber()), _ -> new ArrayList<>())
                        .add(new InterestPeriod(
                                row.getFromDay(),
                                row.getToDay(),
                                Money.ofMinor(row.getPrincipalMinor(), currencies.getOrDefault(row.getClaimId(), "")),
                                row.getPercent())));
        return periods;
    }

    private static InterestClaim claim(Record row, List<InterestClaim.Line> lines) {
        return new InterestClaim(
                row.get(INTEREST_CLAIM.ID),
                new PlanView.Debtor(
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(INTEREST_CLAIM.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE)),
                row.get(INTEREST_CLAIM.SCHEME),
                row.get(INTEREST_CLAIM.AS_OF),
                row.get(INTEREST_CLAIM.PAY_BY),
                row.get(INTEREST_CLAIM.MESSAGE_ID),
                row.get(MESSAGE_VIEW.STATE, MessageState.class),
                row.get(INTEREST_CLAIM.ACTOR),
                row.get(INTEREST_CLAIM.RECORDED_AT),
                lines);
    }
}
