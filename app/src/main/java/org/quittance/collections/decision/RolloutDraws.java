package org.quittance.collections.decision;

import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.collections.AccountScope;
import org.quittance.collections.strategy.AccountCase;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.core.collections.CurrencyStanding;
import org.quittance.core.collections.Policy;
import org.quittance.core.collections.RolloutDraw;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Share;
import org.quittance.core.collections.Standing;
import org.quittance.core.collections.StrategiesInForce;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.money.Money;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws the lot of a roll-out among the customers that a version is for today, and counts who is on which side, before anybody gives the
 * word for it. Each account is asked with the choice that the night takes.
 *
 * <p>In a ledger of more than {@value #MOST_ITEMS} open items nobody is counted, for it would keep whoever asks waiting: each customer is then
 * drawn by itself, and the page says so.
 */
@Service
public class RolloutDraws {

    static final int MOST_ITEMS = 200_000;

    private final DSLContext sql;
    private final FactStreams streams;
    private final RuleBook ruleBook;
    private final StrategyBook book;
    private final BusinessClock clock;
    private final TransactionTemplate snapshot;

    RolloutDraws(
            DSLContext sql,
            FactStreams streams,
            RuleBook ruleBook,
            StrategyBook book,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.streams = streams;
        this.ruleBook = ruleBook;
        this.book = book;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** A draft that would go live so; empty where the ledger is too large to be counted. */
    public Optional<RolloutDraw> draw(StrategyKept draft, StrategyBook.GoLive how) {
        return draw(draft, how, Share.NONE);
    }

    /** Another percent of customers for a version that is live; empty where the ledger is too large to be counted. */
    public Optional<RolloutDraw> redraw(StrategyKept live, int percent) {
        StrategyKept.Released released = live.released();
        if (released == null) {
            throw new IllegalArgumentException("Version %d is a draft".formatted(live.version()));
        }
        LocalDate from = live.nextShareFrom(clock.today());
        return draw(live, new StrategyBook.GoLive(from, released.running(), Share.of(percent)), released.latest());
    }

    private Optional<RolloutDraw> draw(StrategyKept version, StrategyBook.GoLive how, Share before) {
        if (isTooLarge()) {
            return Optional.empty();
        }
        LocalDate today = clock.today();
        Question question = new Question(
                version.id(),
                book.inForceForAll(version, RunningAccounts.MOVE, how.from()),
                book.inForceForAll(version, how.running(), how.from()),
                ruleBook.rules(today).policy(),
                today);
        List<RolloutDraw.Account> audience = new ArrayList<>();
        snapshot.executeWithoutResult(_ -> streams.each(
                new AccountScope.All(), today, account -> question.ask(account).ifPresent(audience::add)));
        return Optional.of(RolloutDraw.of(audience, version.id(), how.share().percent(), before));
    }

    private boolean isTooLarge() {
        return sql.fetchCount(sql.selectOne().from(OPEN_ITEM_VIEW).limit(MOST_ITEMS + 1)) > MOST_ITEMS;
    }

    /**
     * Whether the version is for an account, and when it would follow it.
     *
     * @param ifAllMoved the strategies with the version for all customers, as if nobody finished what they began
     * @param asAsked the same where accounts under way do as somebody wants it
     */
    private record Question(
            StrategyId version,
            StrategiesInForce ifAllMoved,
            StrategiesInForce asAsked,
            Policy policy,
            LocalDate today) {

        Optional<RolloutDraw.Account> ask(AccountCase account) {
            Standing standing = Standing.of(account.facts(), policy, today);
            if (!follows(ifAllMoved, standing, account)) {
                return Optional.empty();
            }
            List<Money> overdue = standing.currencies().stream()
                    .map(CurrencyStanding::overdue)
                    .toList();
            return Optional.of(new RolloutDraw.Account(
                    account.facts().account(),
                    account.traits().customer(),
                    overdue,
                    !follows(asAsked, standing, account)));
        }

        private boolean follows(StrategiesInForce strategies, Standing standing, AccountCase account) {
            return strategies
                    .choose(standing, account.traits(), policy)
                    .version()
                    .id()
                    .equals(version);
        }
    }
}
