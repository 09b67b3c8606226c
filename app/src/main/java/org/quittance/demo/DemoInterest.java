package org.quittance.demo;

import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.collections.interest.InterestClaims;
import org.quittance.collections.interest.InterestReader;
import org.quittance.collections.interest.InterestWaivers;
import org.quittance.collections.interest.WaiverWish;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.ledger.ItemKind;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Interest that Clara has claimed on paper from British and German accounts; of one she gave a little up, of another Tessa has approved that the
 * rest is given up, and a third waits.
 */
@Component
class DemoInterest {

    private static final int DAYS_OVERDUE = 45;
    private static final int ACCOUNTS = 6;

    private final DSLContext sql;
    private final InterestReader reader;
    private final InterestClaims claims;
    private final InterestWaivers waivers;
    private final People people;

    DemoInterest(DSLContext sql, InterestReader reader, InterestClaims claims, InterestWaivers waivers, People people) {
        this.sql = sql;
        this.reader = reader;
        this.claims = claims;
        this.waivers = waivers;
        this.people = people;
    }

    /** Once: where something was claimed, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        Viewer clara = people.credentials("clara").orElseThrow().viewer();
        Viewer maria = people.credentials("maria").orElseThrow().viewer();
        if (!claims.all(maria).isEmpty()) {
            return;
        }
        List<Long> late = late(clara, today).stream()
                .filter(account ->
                        claims.claim(account, InterestClaims.Way.ON_PAPER, InterestClaims.Undecided.LEFT_OUT, clara)
                                instanceof AgreementOutcome.Done)
                .limit(3)
                .toList();
        if (late.size() < 3) {
            throw new IllegalStateException("The demo has too few accounts that carry interest");
        }
        waive(late.get(0), new BigDecimal("25"), "Their bank was closed over the holidays", today, clara);
        long approved = waive(late.get(1), null, "They move all their orders to us from spring on", today, clara);
        waivers.decide(approved, RequestDecision.APPROVED, "Worth it, once", maria);
        waive(late.get(2), null, "Says that the goods came late", today, clara);
    }

    private long waive(long account, @Nullable BigDecimal amount, String reason, LocalDate today, Viewer viewer) {
        AccountInterest interest =
                reader.of(account, today, viewer).orElseThrow().interest();
        if (interest == null) {
            throw new IllegalStateException("Account %d carries no interest".formatted(account));
        }
        Set<Long> items = interest.claimable().stream()
                .map(line -> line.item().id().value())
                .collect(Collectors.toSet());
        AgreementOutcome outcome = waivers.waive(new WaiverWish(account, items, amount, reason), viewer);
        if (outcome instanceof AgreementOutcome.Done(long id)) {
            return id;
        }
        throw new IllegalStateException("The demo's interest was not given up: " + outcome);
    }

    /** British and German accounts of the viewer that owe much for long, the largest first. */
    private List<Long> late(Viewer viewer, LocalDate today) {
        return sql.select(ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.PORTFOLIO_ID.in(viewer.portfolios()))
                .and(ACCOUNT_VIEW.ENTITY_COUNTRY.in("GB", "DE"))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.INVOICE))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .and(OPEN_ITEM_VIEW.DUE_DATE.lt(today.minusDays(DAYS_OVERDUE)))
                .groupBy(ACCOUNT_VIEW.ACCOUNT_ID)
                .orderBy(sum(OPEN_ITEM_VIEW.OPEN_MINOR).desc(), ACCOUNT_VIEW.ACCOUNT_ID)
                .limit(ACCOUNTS)
                .fetch(ACCOUNT_VIEW.ACCOUNT_ID);
    }
}
