package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.PROMISE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.collections.AccountKey;
import org.quittance.collections.AccountScope;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.decision.FactQueries;
import org.quittance.collections.decision.OrderedRows;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.core.collections.Credibility;
import org.quittance.core.collections.Policy;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.Receipt;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The promises of all customers that somebody sees, with what became of each by today, and how far a word is to be trusted. */
@Service
public class PromiseList {

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final FactQueries queries;
    private final RuleBook ruleBook;
    private final BusinessClock clock;

    PromiseList(DSLContext sql, VisibleAccounts visible, FactQueries queries, RuleBook ruleBook, BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.queries = queries;
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    /** The longest due first. */
    @Transactional
    public List<PromiseLine> lines(Viewer viewer, PromiseFilter filter) {
        LocalDate today = clock.today();
        Policy policy = ruleBook.rules(today).policy();
        Set<Long> accounts = Set.copyOf(sql.selectDistinct(PROMISE_VIEW.ACCOUNT_ID)
                .from(PROMISE_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.DUE_ON.ge(today.minusDays(FactQueries.MEMORY_DAYS)))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(filter.portfolioId() == null ? noCondition() : ACCOUNT_VIEW.PORTFOLIO_ID.eq(filter.portfolioId()))
                .fetch(PROMISE_VIEW.ACCOUNT_ID));
        List<PromiseCheck> shown = new ArrayList<>();
        Map<Long, Credibility> credibility = new LinkedHashMap<>();
        checks(accounts, today, policy.promiseGraceDays()).forEach((account, checks) -> {
            credibility.put(account, Credibility.of(checks, policy.yardstick()));
            checks.stream().filter(check -> filter.show().takes(check, today)).forEach(shown::add);
        });
        shown.sort(Comparator.comparing((PromiseCheck check) -> check.promise().dueOn())
                .thenComparingLong(check -> check.promise().id().value()));
        return lines(shown, credibility);
    }

    /** Those that fell or fall due in a month, with what became of each by today, the longest due first. */
    @Transactional
    public List<PromiseLine> due(Viewer viewer, YearMonth month, LocalDate today) {
        return due(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID), _ -> true, month, today);
    }

    /** The same of those that these people have taken, about whoever's accounts they are by now. */
    @Transactional
    public List<PromiseLine> dueTakenBy(Set<String> logins, YearMonth month, LocalDate today) {
        return due(PROMISE_VIEW.ACTOR.in(logins), line -> logins.contains(line.notedBy()), month, today);
    }

    private List<PromiseLine> due(
            Condition accountsWhere, Predicate<PromiseLine> which, YearMonth month, LocalDate today) {
        Set<Long> accounts = Set.copyOf(sql.selectDistinct(PROMISE_VIEW.ACCOUNT_ID)
                .from(PROMISE_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.DUE_ON.between(month.atDay(1), month.atEndOfMonth()))
                .and(accountsWhere)
                .fetch(PROMISE_VIEW.ACCOUNT_ID));
        List<PromiseCheck> due =
                checks(accounts, today, ruleBook.rules(today).policy().promiseGraceDays()).values().stream()
                        .flatMap(List::stream)
                        .filter(check -> YearMonth.from(check.promise().dueOn()).equals(month))
                        .sorted(Comparator.comparing(
                                        (PromiseCheck check) -> check.promise().dueOn())
                                .thenComparingLong(check -> check.promise().id().value()))
                        .toList();
        return lines(due, Map.of()).stream().filter(which).toList();
    }

    /** How each contact of the customer, and the customer as a whole under the empty name, keeps their word. */
    @Transactional
    public Map<String, Credibility> credibility(Viewer viewer, long customerId) {
        LocalDate today = clock.today();
        Policy policy = ruleBook.rules(today).policy();
        List<PromiseCheck> checks =
                checks(visible.ofCustomer(viewer, customerId), today, policy.promiseGraceDays()).values().stream()
                        .flatMap(List::stream)
                        .toList();
        Map<Long, String> contacts = sql.select(PROMISE_VIEW.PROMISE_ID, CONTACT_VIEW.NAME)
                .from(PROMISE_VIEW)
                .join(CONTACT_VIEW)
                .on(CONTACT_VIEW.CONTACT_ID.eq(PROMISE_VIEW.CONTACT_ID))
                .where(PROMISE_VIEW.PROMISE_ID.eq(any(val(ids(checks)))))
                .orderBy(CONTACT_VIEW.NAME, PROMISE_VIEW.PROMISE_ID)
                .fetchMap(PROMISE_VIEW.PROMISE_ID, CONTACT_VIEW.NAME);
        Map<String, List<PromiseCheck>> byContact = new LinkedHashMap<>();
        byContact.put("", checks);
        for (PromiseCheck check : checks) {
            String contact = contacts.get(check.promise().id().value());
            if (contact != null) {
                byContact.computeIfAbsent(contact, _ -> new ArrayList<>()).add(check);
            }
        }
        Map<String, Credibility> credibility = new LinkedHashMap<>();
        byContact.forEach((contact, of) -> credibility.put(contact, Credibility.of(of, policy.yardstick())));
        return credibility;
    }

    private Map<Long, List<PromiseCheck>> checks(Set<Long> accounts, LocalDate today, int graceDays) {
        Map<Long, List<PromiseCheck>> checks = new LinkedHashMap<>();
        AccountScope scope = AccountScope.of(accounts);
        try (OrderedRows<Promise> promises = queries.promises(scope, today);
                OrderedRows<Receipt> receipts = queries.receipts(scope, today)) {
            for (AccountKey key = promises.next(); key != null; key = promises.next()) {
                checks.put(key.accountId(), PromiseCheck.ofAll(promises.of(key), receipts.of(key), today, graceDays));
            }
        }
        return checks;
    }

    private List<PromiseLine> lines(List<PromiseCheck> checks, Map<Long, Credibility> credibility) {
        Map<Long, Record> rows = sql.select(PROMISE_VIEW.PROMISE_ID, PROMISE_VIEW.ACCOUNT_ID, PROMISE_VIEW.NOTE)
                .select(PROMISE_VIEW.ACTOR, ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME)
                .select(ACCOUNT_VIEW.ENTITY_CODE, ACCOUNT_VIEW.PORTFOLIO_ID)
                .select(ACCOUNT_VIEW.COLLECTOR_NAME, CONTACT_VIEW.NAME)
                .from(PROMISE_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .leftJoin(CONTACT_VIEW)
                .on(CONTACT_VIEW.CONTACT_ID.eq(PROMISE_VIEW.CONTACT_ID))
                .where(PROMISE_VIEW.PROMISE_ID.eq(any(val(ids(checks)))))
                .fetchMap(PROMISE_VIEW.PROMISE_ID, row -> row);
        List<PromiseLine> lines = new ArrayList<>(checks.size());
        for (PromiseCheck check : checks) {
            Record row = rows.get(check.promise().id().value());
            // Withdrawn by somebody else since it was checked.
            if (row != null) {
                lines.add(new PromiseLine(
                        check,
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE),
                        row.get(ACCOUNT_VIEW.PORTFOLIO_ID),
                        row.get(CONTACT_VIEW.NAME),
                        row.get(ACCOUNT_VIEW.COLLECTOR_NAME),
                        row.get(PROMISE_VIEW.ACTOR),
                        row.get(PROMISE_VIEW.NOTE),
                        credibility.getOrDefault(row.get(PROMISE_VIEW.ACCOUNT_ID), Credibility.NONE)));
            }
        }
        return lines;
    }

    private static Long[] ids(List<PromiseCheck> checks) {
        return checks.stream().map(check -> check.promise().id().value()).toArray(Long[]::new);
    }
}
