package org.quittance.collections.interest;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER_DECISION;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER_ITEM;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.PAID_VIEW;
import static org.quittance.db.ledger.Tables.POSTING_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.interest.AccountInterest.Debtor;
import org.quittance.core.interest.DebtOverTime;
import org.quittance.core.interest.DebtOverTime.Change;
import org.quittance.core.interest.LateItem;
import org.quittance.core.interest.LatePaymentScheme;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerTraits;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.Visibility;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out what the overdue items of an account carry at a day, from the postings of each: whatever day is asked for, it is the same answer for
 * whoever asks.
 */
@Service
public class InterestReader {

    private static final SqlFile AGREED = SqlFile.beside(InterestReader.class, "agreed.sql");

    private final DSLContext sql;
    private final LedgerReader ledger;
    private final ReferenceRateBook rates;
    private final ContactPolicies policies;
    private final CustomerTraits traits;

    InterestReader(
            DSLContext sql,
            LedgerReader ledger,
            ReferenceRateBook rates,
            ContactPolicies policies,
            CustomerTraits traits) {
        this.sql = sql;
        this.ledger = ledger;
        this.rates = rates;
        this.policies = policies;
        this.traits = traits;
    }

    /** At the end of the day; empty where the viewer does not see the account. */
    @Transactional(readOnly = true)
    public Optional<InterestView> of(long account, LocalDate asOf, Viewer viewer) {
        return sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ENTITY_NAME,
                        ACCOUNT_VIEW.ENTITY_COUNTRY,
                        ACCOUNT_VIEW.SEGMENT)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(account))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchOptional(row -> {
                    Debtor debtor = policies.on(asOf)
                                    .traitOf(
                                            traits.on(row.value3(), asOf)
                                                    .map(CustomerTraits.Noted::trait)
                                                    .orElse(null),
                                            row.value8())
                                    .isPerson()
                            ? Debtor.PERSON
                            : Debtor.BUSINESS;
                    return new InterestView(
                            new InterestView.Owed(
                                    row.value1(),
                                    row.value2(),
                                    row.value3(),
                                    row.value4(),
                                    row.value5(),
                                    row.value6(),
                                    row.value7()),
                            asOf,
                            debtor,
                            LatePaymentScheme.of(row.value7())
                                    .map(scheme -> AccountInterest.of(
                                            scheme,
                                            items(scheme, row.value3(), account, asOf, viewer),
                                            debtor,
                                            rates.rates(scheme),
                                            asOf))
                                    .orElse(null));
                });
    }

    private List<LateItem> items(LatePaymentScheme scheme, long customer, long account, LocalDate asOf, Viewer viewer) {
        List<ItemLine> open = ledger.openItems(viewer, customer, asOf).stream()
                .filter(item -> item.accountId() == account && item.openMinor() > 0)
                .filter(item -> item.daysPastDue(asOf) > 0)
                .toList();
        Long[] ids = open.stream().map(ItemLine::id).toArray(Long[]::new);
        Map<Long, List<Change>> changes = changes(ids, open, asOf);
        Map<Long, Waived> waived = waived(ids, asOf);
        Set<Long> agreed = sql.resultQuery(AGREED.text(), val(ids), val(asOf)).fetchSet(0, Long.class);
        return open.stream()
                .map(item -> {
                    Waived given = waived.getOrDefault(item.id(), Waived.NOTHING);
                    return new LateItem(
                            item.openItem(),
                            new DebtOverTime(
                                    item.dueDate(),
                                    Money.ofMinor(item.originalMinor(), item.currency()),
                                    changes.getOrDefault(item.id(), List.of())),
                            Money.ofMinor(given.interestMinor(), scheme.currency()),
                            Money.ofMinor(given.compensationMinor(), scheme.currency()),
                            agreed.contains(item.id()));
                })
                .toList();
    }

    /** Of a payment the day on which the money came counts, of anything else its business date. */
    private Map<Long, List<Change>> changes(Long[] items, List<ItemLine> open, LocalDate asOf) {
        Map<Long, String> currencies = new HashMap<>();
        open.forEach(item -> currencies.put(item.id(), item.currency()));
        Map<Long, List<Change>> changes = new HashMap<>();
        sql.select(
                        POSTING_VIEW.ITEM_ID,
                        least(coalesce(PAID_VIEW.PAID_ON, POSTING_VIEW.BUSINESS_DATE), POSTING_VIEW.BUSINESS_DATE),
                        POSTING_VIEW.DELTA_MINOR)
                .from(POSTING_VIEW)
                .leftJoin(PAID_VIEW)
                .on(PAID_VIEW.POSTING_ID.eq(POSTING_VIEW.POSTING_ID))
                .where(POSTING_VIEW.ITEM_ID.eq(any(val(items))))
                .and(POSTING_VIEW.BUSINESS_DATE.le(asOf))
                .orderBy(POSTING_VIEW.POSTING_ID)
                .forEach(row -> changes.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(new Change(
                                row.value2(), Money.ofMinor(row.value3(), currencies.getOrDefault(row.value1(), "")))));
        return changes;
    }

    private record Waived(long interestMinor, long compensationMinor) {
        static final Waived NOTHING = new Waived(0, 0);
    }

    /** What was given up until the end of the day, alone or by approval. */
    private Map<Long, Waived> waived(Long[] items, LocalDate asOf) {
        Condition alone = INTEREST_WAIVER.IS_ALONE.isTrue().and(INTEREST_WAIVER.ASKED_ON.le(asOf));
        Condition approved = INTEREST_WAIVER_DECISION
                .DECISION
                .eq(RequestDecision.APPROVED.name())
                .and(INTEREST_WAIVER_DECISION.DECIDED_ON.le(asOf));
        return sql.select(
                        INTEREST_WAIVER_ITEM.ITEM_ID,
                        sum(INTEREST_WAIVER_ITEM.INTEREST_MINOR),
                        sum(INTEREST_WAIVER_ITEM.COMPENSATION_MINOR))
                .from(INTEREST_WAIVER_ITEM)
                .join(INTEREST_WAIVER)
                .on(INTEREST_WAIVER.ID.eq(INTEREST_WAIVER_ITEM.WAIVER_ID))
                .leftJoin(INTEREST_WAIVER_DECISION)
                .on(INTEREST_WAIVER_DECISION.WAIVER_ID.eq(INTEREST_WAIVER.ID))
                .where(INTEREST_WAIVER_ITEM.ITEM_ID.eq(any(val(items))))
                .and(alone.or(approved))
                .groupBy(INTEREST_WAIVER_ITEM.ITEM_ID)
                .fetchMap(
                        row -> row.value1(),
                        row -> new Waived(
                                row.value2().longValueExact(), row.value3().longValueExact()));
    }
}
