package org.quittance.ledger;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.identity.Tables.PORTFOLIO_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_MOVE;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.PORTFOLIO_MOVE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.db.identity.tables.PortfolioView;
import org.quittance.identity.Viewer;
import org.quittance.ledger.MoveOutcome.Moved;
import org.quittance.ledger.MoveOutcome.Reason;
import org.quittance.ledger.MoveOutcome.Refused;
import org.quittance.ledger.PortfolioMove.How;
import org.quittance.ledger.PortfolioRuleBook.Version;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.SqlFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves accounts to other portfolios, by hand or by rule, one or a million, and keeps every move.
 *
 * <p>What a person has moved stays there: rules leave it alone unless whoever has them carried out says otherwise. Kept with each account: who, when,
 * why, and the rule.
 */
@Service
public class PortfolioMoves {

    private static final SqlFile NEW_ACCOUNTS = SqlFile.beside(PortfolioMoves.class, "new_accounts.sql");
    private static final SqlFile CARRY_OUT = SqlFile.beside(PortfolioMoves.class, "carry_out.sql");

    private final DSLContext sql;
    private final Placing placing;
    private final PortfolioRuleBook rules;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    PortfolioMoves(
            DSLContext sql,
            Placing placing,
            PortfolioRuleBook rules,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.sql = sql;
        this.placing = placing;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Hands accounts that the viewer sees to the owner of another portfolio, whoever that is. */
    @Transactional
    public MoveOutcome byHand(AccountChoice choice, long portfolioId, String reason, Viewer viewer) {
        if (reason.isBlank()) {
            return new Refused(Reason.NO_REASON);
        }
        Optional<String> portfolio = sql.select(PORTFOLIO_VIEW.PORTFOLIO_NAME)
                .from(PORTFOLIO_VIEW)
                .where(PORTFOLIO_VIEW.PORTFOLIO_ID.eq(portfolioId))
                .fetchOptional(PORTFOLIO_VIEW.PORTFOLIO_NAME);
        if (portfolio.isEmpty()) {
            return new Refused(Reason.NO_PORTFOLIO);
        }
        placing.byHand(choice, portfolioId, viewer);
        return carryOut(How.HAND, null, reason.strip(), "to " + portfolio.get(), viewer.login());
    }

    /**
     * Moves all accounts to where the rules in force would have them.
     *
     * @param version whose preview the viewer has seen
     * @param andByHand whether those go too that a person has put where they are
     */
    @Transactional
    public MoveOutcome byRules(int version, boolean andByHand, Viewer viewer) {
        Optional<Version> inForce = rules.inForce();
        if (inForce.isEmpty() || inForce.get().rules().isEmpty()) {
            return new Refused(Reason.NO_RULES);
        }
        if (inForce.get().version() != version) {
            return new Refused(Reason.OVERTAKEN);
        }
        placing.byRules(inForce.get().rules(), new Placing.Scope(Optional.empty(), andByHand));
        String told = "by version %d of the rules%s".formatted(version, andByHand ? ", those by hand too" : "");
        return carryOut(How.RULES, version, inForce.get().reason(), told, viewer.login());
    }

    /** Puts accounts of which an import is the first to tell where the rules would have them; the import tells of them when it is through. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void placeNew(Collection<Long> accounts, long uploadId, String actor) {
        Optional<Version> inForce = accounts.isEmpty()
                ? Optional.empty()
                : rules.inForce().filter(each -> !each.rules().isEmpty());
        if (inForce.isEmpty()) {
            return;
        }
        List<Long> fresh = sql.fetch(NEW_ACCOUNTS.text(), val(accounts.toArray(Long[]::new)), val(uploadId))
                .map(row -> row.get(0, Long.class));
        if (!fresh.isEmpty()) {
            PortfolioRules known = inForce.get().rules();
            placing.byRules(known, new Placing.Scope(Optional.of(fresh.toArray(Long[]::new)), false));
            carryOut(
                    How.NEW,
                    inForce.get().version(),
                    uploadId == EntryContext.NO_UPLOAD ? "New account" : "New with upload " + uploadId,
                    "new, by version %d of the rules".formatted(inForce.get().version()),
                    actor);
        }
    }

    private MoveOutcome carryOut(How how, @Nullable Integer ruleVersion, String reason, String told, String actor) {
        boolean isAny =
                sql.fetchSingle("select exists (select from account_placing)").get(0, Boolean.class);
        if (!isAny) {
            return new Refused(Reason.NO_ACCOUNTS);
        }
        long move = sql.insertInto(PORTFOLIO_MOVE)
                .set(PORTFOLIO_MOVE.HOW, how.name())
                .set(PORTFOLIO_MOVE.RULE_VERSION, ruleVersion)
                .set(PORTFOLIO_MOVE.REASON, reason)
                .set(PORTFOLIO_MOVE.ACTOR, actor)
                .set(PORTFOLIO_MOVE.MOVED_ON, clock.today())
                .returningResult(PORTFOLIO_MOVE.ID)
                .fetchSingle()
                .value1();
        int moved = sql.execute(CARRY_OUT.text(), val(move), inline(how == How.HAND));
        audit.record(actor, "accounts.moved", "portfolio-move", move, "%d %s: %s".formatted(moved, told, reason));
        if (how != How.NEW) {
            events.publishEvent(new AccountsMoved(move, moved));
        }
        return new Moved(moved);
    }

    /** Where the accounts of a customer have lain, for whoever sees them, by account, the latest move first. */
    @Transactional(readOnly = true)
    public Map<Long, List<PortfolioMove>> ofCustomer(long customerId, Viewer viewer) {
        PortfolioView before = PORTFOLIO_VIEW.as("before");
        PortfolioView after = PORTFOLIO_VIEW.as("after");
        Map<Integer, Version> versions =
                rules.versions().stream().collect(Collectors.toMap(Version::version, each -> each));
        return sql.select(ACCOUNT_MOVE.ACCOUNT_ID, ACCOUNT_MOVE.RULE_PLACE, PORTFOLIO_MOVE.RULE_VERSION)
                .select(before.PORTFOLIO_NAME, after.PORTFOLIO_NAME)
                .select(PORTFOLIO_MOVE.HOW, PORTFOLIO_MOVE.REASON, PORTFOLIO_MOVE.ACTOR, PORTFOLIO_MOVE.RECORDED_AT)
                .from(ACCOUNT_MOVE)
                .join(PORTFOLIO_MOVE)
                .on(PORTFOLIO_MOVE.ID.eq(ACCOUNT_MOVE.MOVE_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ACCOUNT_MOVE.ACCOUNT_ID))
                .join(after)
                .on(after.PORTFOLIO_ID.eq(ACCOUNT_MOVE.TO_ID))
                .leftJoin(before)
                .on(before.PORTFOLIO_ID.eq(ACCOUNT_MOVE.FROM_ID))
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(ACCOUNT_MOVE.ACCOUNT_ID, ACCOUNT_MOVE.MOVE_ID.desc())
                .fetchGroups(
                        ACCOUNT_MOVE.ACCOUNT_ID,
                        row -> new PortfolioMove(
                                row.get(ACCOUNT_MOVE.ACCOUNT_ID),
                                row.get(before.PORTFOLIO_NAME),
                                row.get(after.PORTFOLIO_NAME),
                                How.valueOf(row.get(PORTFOLIO_MOVE.HOW)),
                                told(versions, row.get(PORTFOLIO_MOVE.RULE_VERSION), row.get(ACCOUNT_MOVE.RULE_PLACE)),
                                row.get(PORTFOLIO_MOVE.REASON),
                                row.get(PORTFOLIO_MOVE.ACTOR),
                                row.get(PORTFOLIO_MOVE.RECORDED_AT)));
    }

    private static String told(Map<Integer, Version> versions, @Nullable Integer version, @Nullable Integer place) {
        Version kept = version == null ? null : versions.get(version);
        return kept == null || place == null
                ? ""
                : "Rule %d of version %d: %s"
                        .formatted(
                                place,
                                version,
                                kept.rules().inOrder().get(place - 1).sentence());
    }
}
