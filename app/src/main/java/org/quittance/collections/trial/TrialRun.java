package org.quittance.collections.trial;

import static org.quittance.db.collections.Tables.TRIAL;
import static org.quittance.db.collections.Tables.TRIAL_ACCOUNT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.quittance.collections.AccountScope;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.contact.LawBook;
import org.quittance.collections.decision.AccountLives;
import org.quittance.collections.decision.AccountLives.CustomerPast;
import org.quittance.collections.decision.FactStreams;
import org.quittance.collections.escalation.EscalationServiceLevels;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.core.collections.AccountLife;
import org.quittance.core.collections.CustomerLife;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Sentences;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.collections.Touch;
import org.quittance.core.collections.Trial;
import org.quittance.core.collections.TrialRules;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.GatedDays;
import org.quittance.core.contact.Rulebook;
import org.quittance.core.ledger.AccountId;
import org.quittance.db.collections.tables.records.TrialRecord;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a trial out: the accounts of every customer twice, under the strategies in force and with the version that is tried, in one snapshot of the books.
 * It writes nothing but its own rows. A trial that breaks off starts again from the beginning.
 */
@Component
public class TrialRun {

    /** Few enough that whoever waits sees it going on. */
    private static final int ACCOUNTS_AT_ONCE = 200;

    private static final String TARGET =
            "collections.trial_account (trial_id, account_id, follows, before_days, before_actions, before_owners,"
                    + " before_by_hand, before_approvals, after_days, after_actions, after_owners, after_by_hand, after_approvals, today_before, today_after)";

    private final DSLContext sql;
    private final AccountLives lives;
    private final FactStreams streams;
    private final RuleBook ruleBook;
    private final StrategyBook strategies;
    private final LawBook laws;
    private final ContactPolicies policies;
    private final EscalationServiceLevels levels;
    private final BusinessClock clock;
    private final TransactionTemplate alone;
    private final TransactionTemplate snapshot;

    TrialRun(
            DSLContext sql,
            AccountLives lives,
            FactStreams streams,
            RuleBook ruleBook,
            StrategyBook strategies,
            LawBook laws,
            ContactPolicies policies,
            EscalationServiceLevels levels,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.lives = lives;
        this.streams = streams;
        this.ruleBook = ruleBook;
        this.strategies = strategies;
        this.laws = laws;
        this.policies = policies;
        this.levels = levels;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Does nothing where the trial is finished. */
    public void run(long trialId) {
        TrialRecord trial = sql.fetchSingle(TRIAL, TRIAL.ID.eq(trialId));
        if (trial.getFinishedAt() != null) {
            return;
        }
        LocalDate today = trial.getToDay();
        Both rules = alone.execute(_ -> {
            sql.deleteFrom(TRIAL_ACCOUNT)
                    .where(TRIAL_ACCOUNT.TRIAL_ID.eq(trialId))
                    .execute();
            StrategyKept tried =
                    strategies.byId(StrategyId.of(trial.getStrategyId())).orElseThrow();
            Rules before = ruleBook.rules(today);
            Rules after = new Rules(strategies.inForceWith(tried, today), before.policyId(), before.policy());
            return new Both(
                    before,
                    after,
                    tried.id(),
                    levels.levels(),
                    new Gatekeeping(policies.on(today), laws.observed(today)));
        });
        snapshot.executeWithoutResult(_ -> new Replay(trial, rules).all());
        alone.executeWithoutResult(_ -> sql.update(TRIAL)
                .set(TRIAL.FINISHED_AT, clock.now())
                .where(TRIAL.ID.eq(trialId))
                .execute());
    }

    private record Both(Rules before, Rules after, StrategyId tried, EscalationLevels levels, Gatekeeping gatekeeping) {

        TrialRules replayedBefore() {
            return TrialRules.of(before.strategies(), before.policy(), levels);
        }

        TrialRules replayedAfter() {
            return TrialRules.of(after.strategies(), after.policy(), levels);
        }
    }

    /** The rules of contact: our own, and the law packs that each legal entity observes. */
    private record Gatekeeping(ContactPolicy policy, Map<String, Set<String>> laws) {

        CustomerLife of(CustomerPast past) {
            Set<String> observed = past.accounts().stream()
                    .flatMap(account -> laws.getOrDefault(account.traits().entityCode(), Set.of()).stream())
                    .collect(Collectors.toSet());
            return new CustomerLife(past.accounts(), new GatedDays(past.party(), new Rulebook(policy, observed)));
        }
    }

    /** What the day would bring an account, before and after. */
    private record Today(String before, String after) {
        private static final Today NOTHING = new Today("", "");
    }

    private final class Replay {

        private final long trialId;
        private final LocalDate from;
        private final LocalDate to;
        private final Both rules;
        private final Map<Long, Today> today = new HashMap<>();
        private CopyRows rows = new CopyRows(ACCOUNTS_AT_ONCE);
        private long done;

        private Replay(TrialRecord trial, Both rules) {
            this.trialId = trial.getId();
            this.from = trial.getFromDay();
            this.to = trial.getToDay();
            this.rules = rules;
        }

        private void all() {
            streams.each(new AccountScope.All(), to, account -> {
                Decided before = rules.before().decide(account, to);
                Decided after = rules.after().decide(account, to);
                if (!before.chosen()
                        .version()
                        .id()
                        .equals(after.chosen().version().id())) {
                    today.put(account.key().accountId(), new Today(words(before.next()), words(after.next())));
                }
            });
            lives.each(
                    new AccountLives.Span(from.minusDays(Trial.WARM_UP_DAYS), to),
                    rules.gatekeeping().policy(),
                    past -> add(rules.gatekeeping().of(past)));
            write();
        }

        private void add(CustomerLife life) {
            Map<AccountId, List<Touch>> before = Trial.of(life, rules.replayedBefore(), from, to);
            Map<AccountId, List<Touch>> after = Trial.of(life, rules.replayedAfter(), from, to);
            for (AccountLife account : life.accounts()) {
                AccountId id = account.account();
                add(id.value(), before.getOrDefault(id, List.of()), after.getOrDefault(id, List.of()));
            }
        }

        private void add(long account, List<Touch> before, List<Touch> after) {
            done++;
            Today now = today.getOrDefault(account, Today.NOTHING);
            boolean follows = after.stream().anyMatch(touch -> touch.under().equals(rules.tried()));
            if (!before.isEmpty() || !after.isEmpty() || today.containsKey(account)) {
                rows.value(trialId).value(account).value(follows);
                addTouches(before);
                addTouches(after);
                rows.value(now.before()).value(now.after()).end();
            }
            if (done % ACCOUNTS_AT_ONCE == 0) {
                write();
            }
        }

        private void addTouches(List<Touch> touches) {
            rows.array(touches.stream().map(Touch::on).toList())
                    .array(touches.stream().map(Touch::action).toList())
                    .array(touches.stream().map(Touch::owner).toList())
                    .array(touches, touch -> touch.done().byHand())
                    .array(touches, touch -> touch.done().approval());
        }

        private void write() {
            alone.executeWithoutResult(_ -> {
                rows.into(TARGET, sql);
                sql.update(TRIAL)
                        .set(TRIAL.DONE, done)
                        .where(TRIAL.ID.eq(trialId))
                        .execute();
            });
            rows = new CopyRows(ACCOUNTS_AT_ONCE);
        }
    }

    /** What is next, and which messages wait for an approval: nothing else is next where only these do. */
    private static String words(NextAction next) {
        List<String> waits = next.awaited().stream()
                .map(awaited -> awaited.step().action().label() + ", once approved")
                .toList();
        String first = switch (next) {
            case NextAction.Act act -> act.leading().label();
            case NextAction.Wait wait -> waits.isEmpty() ? "Wait until " + Sentences.day(wait.until()) : "";
            case NextAction.Nothing _ -> waits.isEmpty() ? "Nothing" : "";
        };
        return Stream.concat(Stream.of(first), waits.stream())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
