package org.quittance.collections.strategy;

import static org.quittance.db.collections.Tables.STRATEGY;
import static org.quittance.db.collections.Tables.STRATEGY_END;
import static org.quittance.db.collections.Tables.STRATEGY_RELEASE;
import static org.quittance.db.collections.Tables.STRATEGY_SHARE;

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
import org.quittance.core.collections.Share;
import org.quittance.core.collections.Strategies;
import org.quittance.core.collections.StrategiesInForce;
import org.quittance.core.collections.Strategy;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.collections.StrategyVersion;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
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
            .thenComparing(kept -> kept.content().code())
            .thenComparing(StrategyKept::version, Comparator.reverseOrder());

    private final DSLContext sql;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    StrategyBook(DSLContext sql, AuditTrail audit, BusinessClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
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

    /** The same as it would be with that version for all customers, in its place among the versions of its strategy. */
    @Transactional
    public StrategiesInForce inForceForAll(StrategyKept version, RunningAccounts running, LocalDate asOf) {
        writeStandard();
        List<StrategyKept> live = new ArrayList<>(versions(STRATEGY_RELEASE
                .EFFECTIVE_FROM
                .le(asOf)
                .and(STRATEGY.ID.ne(version.id().value()))));
        live.add(version.forAll(asOf, running));
        live.sort(Comparator.comparingInt(StrategyKept::version));
        return inForce(asOf, live, Optional.empty());
    }

    private StrategiesInForce inForce(LocalDate asOf, Optional<StrategyKept> tried) {
        writeStandard();
        List<StrategyKept> live = new ArrayList<>(versions(STRATEGY_RELEASE.EFFECTIVE_FROM.le(asOf)));
        tried.ifPresent(live::add);
        return inForce(asOf, live, tried);
    }

    /** @param live of each strategy the versions that may be followed, the one that is asked first the last */
    private static StrategiesInForce inForce(LocalDate asOf, List<StrategyKept> live, Optional<StrategyKept> tried) {
        Map<String, List<StrategyKept>> byCode = new LinkedHashMap<>();
        live.forEach(version -> byCode.computeIfAbsent(version.content().code(), _ -> new ArrayList<>())
                .add(version));
        List<StrategyKept> inOrder = new ArrayList<>();
        List<StrategyVersion> left = new ArrayList<>();
        for (List<StrategyKept> versions : byCode.values()) {
            StrategyKept newest = versions.getLast();
            if (tried.filter(newest::equals).isPresent() || !newest.hasEndedOn(asOf)) {
                List<StrategyKept> asked = asked(versions, asOf);
                inOrder.addAll(asked);
                versions.stream()
                        .filter(version -> !asked.contains(version))
                        .forEach(earlier -> left.add(earlier.asVersion(asOf)));
            }
        }
        inOrder.sort(ORDER);
        return new StrategiesInForce(
                inOrder.stream().map(version -> version.asVersion(asOf)).toList(), left);
    }

    /** The newest version, and the versions before it down to the first that is for all: what one is not for, the next may be. */
    private static List<StrategyKept> asked(List<StrategyKept> versions, LocalDate asOf) {
        List<StrategyKept> asked = new ArrayList<>();
        for (StrategyKept version : versions.reversed()) {
            Share share = version.shareOn(asOf);
            if (!share.equals(Share.NONE)) {
                asked.add(version);
            }
            if (share.isAll()) {
                break;
            }
        }
        return asked;
    }

    public Optional<StrategyKept> byId(StrategyId id) {
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

    private Optional<StrategyKept> find(String code, int version) {
        return history(code).stream().filter(kept -> kept.version() == version).findFirst();
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

    /**
     * How a version goes live.
     *
     * @param share of the customers that it is for; the others are held out of it
     */
    public record GoLive(LocalDate from, RunningAccounts running, Share share) {

        /** For all customers. */
        public static GoLive forAll(LocalDate from, RunningAccounts running) {
            return new GoLive(from, running, Share.ALL);
        }

        /** The same for a share as it was drawn. */
        public GoLive with(Share drawn) {
            return new GoLive(from, running, drawn);
        }
    }

    /** Why a draft cannot go live so by the word of that person; {@link StrategyOutcome#DONE} where it can. */
    @Transactional
    public StrategyOutcome objection(String code, int version, GoLive how, String actor) {
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
        if (wanted.get().needsAnotherThan(actor)) {
            return StrategyOutcome.NEEDS_ANOTHER;
        }
        if (how.from().isBefore(clock.today())) {
            return StrategyOutcome.IN_THE_PAST;
        }
        if (how.share().percent() == 0) {
            return StrategyOutcome.NOT_A_SHARE;
        }
        return StrategyOutcome.DONE;
    }

    /** Lets a draft go live; one that sends by itself by the word of another than who wrote it. */
    @Transactional
    public StrategyOutcome release(String code, int version, GoLive how, String actor) {
        StrategyOutcome objection = objection(code, version, how, actor);
        if (objection != StrategyOutcome.DONE) {
            return objection;
        }
        StrategyKept wanted = find(code, version).orElseThrow();
        writeRelease(wanted.id(), how, actor);
        audit.record(
                actor,
                "strategy.released",
                "strategy",
                code,
                "%s, version %d, from %s, for %d %% of customers; accounts under way %s"
                        .formatted(
                                wanted.content().name(),
                                version,
                                how.from(),
                                how.share().percent(),
                                how.running().label()));
        events.publishEvent(new StrategiesChanged(how.from()));
        return StrategyOutcome.DONE;
    }

    /**
     * Why a version cannot be rolled out to that share by the word of that person; {@link StrategyOutcome#DONE} where it can. Whoever may not let a
     * version go live may not give it to more customers either.
     */
    @Transactional
    public StrategyOutcome objection(String code, int version, ShareChange change, String actor) {
        Optional<StrategyKept> wanted = find(code, version);
        if (wanted.isEmpty()) {
            return StrategyOutcome.NOT_FOUND;
        }
        StrategyKept.Released released = wanted.get().released();
        if (released == null || wanted.get().hasEndedOn(clock.today())) {
            return StrategyOutcome.NOT_LIVE;
        }
        if (released.latest().isAll()) {
            return StrategyOutcome.FOR_ALL_ALREADY;
        }
        if (released.latest().percent() == change.share().percent()) {
            return StrategyOutcome.SAME_SHARE;
        }
        boolean isMore = change.share().percent() > released.latest().percent();
        if (isMore && wanted.get().needsAnotherThan(actor)) {
            return StrategyOutcome.NEEDS_ANOTHER_FOR_MORE;
        }
        return change.why().isEmpty() ? StrategyOutcome.NEEDS_A_REASON : StrategyOutcome.DONE;
    }

    /** Rolls a version that is live for some customers out to another share of them, from today on. */
    @Transactional
    public StrategyOutcome share(String code, int version, ShareChange change, String actor) {
        StrategyOutcome objection = objection(code, version, change, actor);
        if (objection != StrategyOutcome.DONE) {
            return objection;
        }
        StrategyKept wanted = find(code, version).orElseThrow();
        LocalDate from = wanted.nextShareFrom(clock.today());
        writeShare(wanted.id(), new NewShare(change.share(), from, change.why(), actor));
        audit.record(
                actor,
                "strategy.shared",
                "strategy",
                code,
                "version %d, for %d %% of customers from %s: %s"
                        .formatted(version, change.share().percent(), from, change.why()));
        events.publishEvent(new StrategiesChanged(from));
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
        events.publishEvent(new StrategiesChanged(on));
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
                .ifPresent(id ->
                        writeRelease(id, GoLive.forAll(LocalDate.EPOCH, RunningAccounts.MOVE), AUTHOR_OF_THE_STANDARD));
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

    private void writeRelease(StrategyId id, GoLive how, String actor) {
        sql.insertInto(
                        STRATEGY_RELEASE,
                        STRATEGY_RELEASE.STRATEGY_ID,
                        STRATEGY_RELEASE.EFFECTIVE_FROM,
                        STRATEGY_RELEASE.RUNNING,
                        STRATEGY_RELEASE.ACTOR)
                .values(id.value(), how.from(), how.running().name(), actor)
                .execute();
        writeShare(id, new NewShare(how.share(), how.from(), "", actor));
    }

    private record NewShare(Share share, LocalDate from, String why, String by) {}

    private void writeShare(StrategyId id, NewShare shared) {
        sql.insertInto(STRATEGY_SHARE)
                .set(STRATEGY_SHARE.STRATEGY_ID, id.value())
                .set(STRATEGY_SHARE.PERCENT, (short) shared.share().percent())
                .set(STRATEGY_SHARE.BELOW, shared.share().below())
                .set(STRATEGY_SHARE.FROM_DAY, shared.from())
                .set(STRATEGY_SHARE.REASON, shared.why())
                .set(STRATEGY_SHARE.ACTOR, shared.by())
                .execute();
    }

    private Map<Long, List<StrategyKept.Shared>> shares() {
        return sql.selectFrom(STRATEGY_SHARE)
                .orderBy(STRATEGY_SHARE.ID)
                .fetchGroups(
                        STRATEGY_SHARE.STRATEGY_ID,
                        row -> new StrategyKept.Shared(
                                new Share(row.getPercent(), row.getBelow()),
                                row.getFromDay(),
                                row.getReason(),
                                row.getActor(),
                                row.getRecordedAt()));
    }

    private List<StrategyKept> versions(Condition which) {
        Map<Long, List<StrategyKept.Shared>> shares = shares();
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
                .fetch(row -> kept(row, shares));
    }

    private static StrategyKept kept(Record row, Map<Long, List<StrategyKept.Shared>> shares) {
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
                                shares.getOrDefault(row.get(STRATEGY.ID), List.of()),
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
