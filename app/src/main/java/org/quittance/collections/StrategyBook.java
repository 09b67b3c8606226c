package org.quittance.collections;

import static org.quittance.db.collections.Tables.STRATEGY;
import static org.quittance.db.collections.Tables.STRATEGY_END;
import static org.quittance.db.collections.Tables.STRATEGY_RELEASE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Strategies;
import org.quittance.core.collections.StrategiesInForce;
import org.quittance.core.collections.Strategy;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.collections.StrategyVersion;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps every version of every strategy. A version is written once: whoever changes a strategy writes the next one, which is a draft until
 * it goes live from a day on. The standard strategy is written down when strategies are first asked for.
 */
@Service
public class StrategyBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AUTHOR_OF_THE_STANDARD = "quittance";

    private static final Comparator<StrategyKept> ORDER = Comparator.comparingInt(
                    (StrategyKept kept) -> kept.content().place())
            .thenComparing(kept -> kept.content().code());

    private final DSLContext sql;
    private final AuditTrail audit;
    private final BusinessClock clock;

    StrategyBook(DSLContext sql, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** What accounts are asked for on the day, in the order of asking. */
    @Transactional
    public StrategiesInForce inForce(LocalDate asOf) {
        return inForce(asOf, Optional.empty());
    }

    /** The same as it would be with that version in the place of its strategy's, or beside the others. */
    @Transactional
    public StrategiesInForce inForceWith(StrategyKept tried, LocalDate asOf) {
        return inForce(asOf, Optional.of(tried));
    }

    private StrategiesInForce inForce(LocalDate asOf, Optional<StrategyKept> tried) {
        writeStandard();
        Map<String, List<StrategyKept>> byCode = new LinkedHashMap<>();
        versions(STRATEGY_RELEASE.EFFECTIVE_FROM.le(asOf))
                .forEach(version -> byCode.computeIfAbsent(version.content().code(), _ -> new ArrayList<>())
                        .add(version));
        tried.ifPresent(version -> byCode.computeIfAbsent(version.content().code(), _ -> new ArrayList<>())
                .add(version));
        List<StrategyKept> inOrder = new ArrayList<>();
        List<StrategyVersion> left = new ArrayList<>();
        for (List<StrategyKept> versions : byCode.values()) {
            StrategyKept newest = versions.getLast();
            if (tried.filter(newest::equals).isPresent() || !newest.hasEndedOn(asOf)) {
                inOrder.add(newest);
                versions.subList(0, versions.size() - 1).forEach(earlier -> left.add(earlier.asVersion()));
            }
        }
        inOrder.sort(ORDER);
        return new StrategiesInForce(
                inOrder.stream().map(StrategyKept::asVersion).toList(), left);
    }

    Optional<StrategyKept> byId(StrategyId id) {
        return versions(STRATEGY.ID.eq(id.value())).stream().findFirst();
    }

    /** Every version of every strategy; strategies in their order by their newest version, and of each the newest version first. */
    @Transactional
    public List<List<StrategyKept>> all() {
        writeStandard();
        Map<String, List<StrategyKept>> byCode = new LinkedHashMap<>();
        versions(DSL.noCondition())
                .reversed()
                .forEach(version -> byCode.computeIfAbsent(version.content().code(), _ -> new ArrayList<>())
                        .add(version));
        return byCode.values().stream()
                .sorted(Comparator.comparing(List::getFirst, ORDER))
                .toList();
    }

    /** Every version of one strategy, the newest first; empty where there is none. */
    @Transactional
    public List<StrategyKept> history(String code) {
        writeStandard();
        return versions(STRATEGY.CODE.eq(code)).reversed();
    }

    /** Writes the next version down, as a draft. What is wrong with the content must have been asked before. */
    @Transactional
    public StrategyOutcome save(StrategyContent content, int basedOnVersion, String actor) {
        if (write(content, basedOnVersion + 1, actor).isEmpty()) {
            return StrategyOutcome.CHANGED_MEANWHILE;
        }
        audit.record(
                actor,
                "strategy.saved",
                "strategy",
                content.code(),
                "%s, version %d".formatted(content.name(), basedOnVersion + 1));
        return StrategyOutcome.DONE;
    }

    /** Lets a draft go live. */
    @Transactional
    public StrategyOutcome release(String code, int version, LocalDate from, RunningAccounts running, String actor) {
        List<StrategyKept> history = history(code);
        Optional<StrategyKept> wanted =
                history.stream().filter(kept -> kept.version() == version).findFirst();
        if (wanted.isEmpty()) {
            return StrategyOutcome.NOT_FOUND;
        }
        if (wanted.get().released() != null) {
            return StrategyOutcome.LIVE_ALREADY;
        }
        if (history.stream().anyMatch(kept -> kept.version() > version && kept.released() != null)) {
            return StrategyOutcome.NEWER_IS_LIVE;
        }
        if (from.isBefore(clock.today())) {
            return StrategyOutcome.IN_THE_PAST;
        }
        writeRelease(wanted.get().id(), from, running, actor);
        audit.record(
                actor,
                "strategy.released",
                "strategy",
                code,
                "%s, version %d, from %s; accounts under way %s"
                        .formatted(wanted.get().content().name(), version, from, running.label()));
        return StrategyOutcome.DONE;
    }

    /** Takes a strategy out of the order; its accounts follow the next one that is for them. */
    @Transactional
    public StrategyOutcome end(String code, LocalDate on, String reason, String actor) {
        Optional<StrategyKept> live =
                history(code).stream().filter(kept -> kept.released() != null).findFirst();
        if (live.isEmpty() || live.get().ended() != null) {
            return StrategyOutcome.NOT_LIVE;
        }
        if (live.get().content().isStandard()) {
            return StrategyOutcome.LAST_STAYS;
        }
        if (on.isBefore(clock.today())) {
            return StrategyOutcome.IN_THE_PAST;
        }
        if (reason.isBlank()) {
            return StrategyOutcome.NEEDS_A_REASON;
        }
        sql.insertInto(
                        STRATEGY_END,
                        STRATEGY_END.STRATEGY_ID,
                        STRATEGY_END.ENDS_ON,
                        STRATEGY_END.REASON,
                        STRATEGY_END.ACTOR)
                .values(live.get().id().value(), on, reason.strip(), actor)
                .execute();
        audit.record(actor, "strategy.ended", "strategy", code, "on " + on + ": " + reason.strip());
        return StrategyOutcome.DONE;
    }

    private void writeStandard() {
        if (sql.fetchExists(STRATEGY, STRATEGY.CODE.eq(StrategyContent.STANDARD))) {
            return;
        }
        Strategy standard = Strategies.standard(Currency.getInstance("EUR"));
        StrategyContent content = new StrategyContent(
                StrategyContent.STANDARD,
                standard.name(),
                "For every account that no other strategy is for.",
                StrategyContent.LAST_PLACE,
                Audience.EVERYONE,
                standard.steps());
        write(content, 1, AUTHOR_OF_THE_STANDARD)
                .ifPresent(id -> writeRelease(id, LocalDate.EPOCH, RunningAccounts.MOVE, AUTHOR_OF_THE_STANDARD));
    }

    private Optional<StrategyId> write(StrategyContent content, int version, String actor) {
        return sql.insertInto(
                        STRATEGY,
                        STRATEGY.CODE,
                        STRATEGY.PLACE,
                        STRATEGY.NAME,
                        STRATEGY.VERSION,
                        STRATEGY.DEFINITION,
                        STRATEGY.ACTOR)
                .values(
                        content.code(),
                        content.place(),
                        content.name(),
                        version,
                        JSON.writeValueAsString(StrategyDocument.of(content)),
                        actor)
                .onConflictDoNothing()
                .returning(STRATEGY.ID)
                .fetchOptional(row -> StrategyId.of(row.getId()));
    }

    private void writeRelease(StrategyId id, LocalDate from, RunningAccounts running, String actor) {
        sql.insertInto(
                        STRATEGY_RELEASE,
                        STRATEGY_RELEASE.STRATEGY_ID,
                        STRATEGY_RELEASE.EFFECTIVE_FROM,
                        STRATEGY_RELEASE.RUNNING,
                        STRATEGY_RELEASE.ACTOR)
                .values(id.value(), from, running.name(), actor)
                .execute();
    }

    private List<StrategyKept> versions(Condition which) {
        return sql.select(STRATEGY.fields())
                .select(STRATEGY_RELEASE.fields())
                .select(STRATEGY_END.fields())
                .from(STRATEGY)
                .leftJoin(STRATEGY_RELEASE)
                .on(STRATEGY_RELEASE.STRATEGY_ID.eq(STRATEGY.ID))
                .leftJoin(STRATEGY_END)
                .on(STRATEGY_END.STRATEGY_ID.eq(STRATEGY.ID))
                .where(which)
                .orderBy(STRATEGY.CODE, STRATEGY.VERSION)
                .fetch(StrategyBook::kept);
    }

    private static StrategyKept kept(Record row) {
        LocalDate from = row.get(STRATEGY_RELEASE.EFFECTIVE_FROM);
        LocalDate endsOn = row.get(STRATEGY_END.ENDS_ON);
        return new StrategyKept(
                StrategyId.of(row.get(STRATEGY.ID)),
                row.get(STRATEGY.VERSION),
                JSON.readValue(row.get(STRATEGY.DEFINITION), StrategyDocument.class)
                        .content(),
                row.get(STRATEGY.ACTOR),
                row.get(STRATEGY.CREATED_AT),
                from == null
                        ? null
                        : new StrategyKept.Released(
                                from,
                                RunningAccounts.valueOf(row.get(STRATEGY_RELEASE.RUNNING)),
                                row.get(STRATEGY_RELEASE.ACTOR),
                                row.get(STRATEGY_RELEASE.RELEASED_AT)),
                endsOn == null
                        ? null
                        : new StrategyKept.Ended(
                                endsOn,
                                row.get(STRATEGY_END.REASON),
                                row.get(STRATEGY_END.ACTOR),
                                row.get(STRATEGY_END.RECORDED_AT)));
    }
}
