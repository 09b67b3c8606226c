package org.quittance.cash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.cash.Tables.EVIDENCE;
import static org.quittance.db.cash.Tables.PROPOSAL_DIFFERENCE;
import static org.quittance.db.cash.Tables.PROPOSAL_EXCHANGE;
import static org.quittance.db.cash.Tables.PROPOSAL_LINE;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Evidence;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/** What the matcher last said of payments: its evidence, and the proposals that still stand. */
@Component
class Proposals {

    private static final String BY_HAND = "BY_HAND";

    private final DSLContext sql;

    Proposals(DSLContext sql) {
        this.sql = sql;
    }

    /** What the matcher said of one payment. */
    record Said(List<Evidence> evidence, List<Proposal> proposals) {

        static final Said NOTHING = new Said(List.of(), List.of());
    }

    /** In six queries, whatever the number of payments. */
    Map<Long, Said> of(Collection<Long> paymentIds, Viewer viewer) {
        Map<Long, Long> verdicts = sql.select(VERDICT.PAYMENT_ID, max(VERDICT.ID))
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(any(paymentIds.toArray(Long[]::new))))
                .and(VERDICT.DECISION.ne(BY_HAND))
                .groupBy(VERDICT.PAYMENT_ID)
                .fetchMap(VERDICT.PAYMENT_ID, max(VERDICT.ID));
        Long[] ids = verdicts.values().toArray(Long[]::new);
        Map<Long, List<Evidence>> evidence = evidence(ids);
        Map<Long, List<Proposal>> proposals = proposals(ids, viewer);
        Map<Long, Said> said = new HashMap<>();
        verdicts.forEach((payment, verdict) -> said.put(
                payment,
                new Said(evidence.getOrDefault(verdict, List.of()), proposals.getOrDefault(verdict, List.of()))));
        return said;
    }

    private Map<Long, List<Evidence>> evidence(Long[] verdicts) {
        return sql.selectFrom(EVIDENCE)
                .where(EVIDENCE.VERDICT_ID.eq(any(verdicts)))
                .orderBy(EVIDENCE.VERDICT_ID, EVIDENCE.RANK)
                .fetchGroups(
                        EVIDENCE.VERDICT_ID,
                        row -> new Evidence(
                                Evidence.Kind.valueOf(row.getKind()),
                                row.getFromChar(),
                                row.getToChar(),
                                row.getItemId() == null ? null : ItemId.of(row.getItemId()),
                                row.getSentence()));
    }

    /** The differences that the last proposal for a payment has in any of its alternatives. */
    List<Decision.Difference> differences(long paymentId) {
        return sql.select(
                        PROPOSAL_DIFFERENCE.ITEM_ID,
                        PROPOSAL_DIFFERENCE.KIND,
                        PROPOSAL_DIFFERENCE.AMOUNT_MINOR,
                        PROPOSAL_DIFFERENCE.REASON)
                .from(PROPOSAL_DIFFERENCE)
                .where(PROPOSAL_DIFFERENCE.VERDICT_ID.eq(select(max(VERDICT.ID))
                        .from(VERDICT)
                        .where(VERDICT.PAYMENT_ID.eq(paymentId))
                        .and(VERDICT.DECISION.ne(BY_HAND))))
                .fetch(row -> difference(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private static Decision.Difference difference(long item, String kind, long amountMinor, String reason) {
        return new Decision.Difference(ItemId.of(item), Decision.Difference.Kind.valueOf(kind), amountMinor, reason);
    }

    private record Alternative(long verdict, int rank) {}

    private record ProposedItem(long verdict, int rank, long item) {}

    private Map<ProposedItem, List<Decision.Difference>> differences(Long[] verdicts) {
        return sql
                .selectFrom(PROPOSAL_DIFFERENCE)
                .where(PROPOSAL_DIFFERENCE.VERDICT_ID.eq(any(verdicts)))
                .orderBy(PROPOSAL_DIFFERENCE.KIND)
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> new ProposedItem(row.getVerdictId(), row.getAlternative(), row.getItemId()),
                        mapping(
                                row -> difference(
                                        row.getItemId(), row.getKind(), row.getAmountMinor(), row.getReason()),
                                toList())));
    }

    private Map<Long, Proposal.Exchanged> exchanges(Long[] verdicts) {
        return sql.selectFrom(PROPOSAL_EXCHANGE)
                .where(PROPOSAL_EXCHANGE.VERDICT_ID.eq(any(verdicts)))
                .fetchMap(
                        PROPOSAL_EXCHANGE.VERDICT_ID,
                        row -> new Proposal.Exchanged(
                                Money.ofMinor(row.getTakenMinor(), row.getCurrency()), row.getTold()));
    }

    /** A proposal stands while all its items are open by as much as it wants of them, and the viewer may see their accounts. */
    private Map<Long, List<Proposal>> proposals(Long[] verdicts, Viewer viewer) {
        Map<ProposedItem, List<Decision.Difference>> differences = differences(verdicts);
        Map<Long, Proposal.Exchanged> exchanges = exchanges(verdicts);
        Map<Long, Currency> currencies = new HashMap<>();
        Map<Alternative, Integer> lines = sql
                .select(PROPOSAL_LINE.VERDICT_ID, PROPOSAL_LINE.ALTERNATIVE, count())
                .from(PROPOSAL_LINE)
                .where(PROPOSAL_LINE.VERDICT_ID.eq(any(verdicts)))
                .groupBy(PROPOSAL_LINE.VERDICT_ID, PROPOSAL_LINE.ALTERNATIVE)
                .fetch()
                .stream()
                .collect(
                        HashMap::new,
                        (map, row) -> map.put(new Alternative(row.value1(), row.value2()), row.value3()),
                        Map::putAll);
        Map<Long, TreeMap<Integer, List<Proposal.Item>>> standing = new HashMap<>();
        sql.select(
                        PROPOSAL_LINE.VERDICT_ID,
                        PROPOSAL_LINE.ALTERNATIVE,
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        PROPOSAL_LINE.AMOUNT_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY)
                .from(PROPOSAL_LINE)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(PROPOSAL_LINE.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(PROPOSAL_LINE.VERDICT_ID.eq(any(verdicts)))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(
                        PROPOSAL_LINE.VERDICT_ID,
                        PROPOSAL_LINE.ALTERNATIVE,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.ITEM_ID)
                .forEach(row -> {
                    Proposal.Item item = new Proposal.Item(
                            row.value3(),
                            row.value4(),
                            row.value5(),
                            row.value6(),
                            row.value7(),
                            row.value8(),
                            row.value9(),
                            differences.getOrDefault(
                                    new ProposedItem(row.value1(), row.value2(), row.value3()), List.of()));
                    currencies.put(row.value1(), Currency.getInstance(row.value10()));
                    if (Math.abs(item.takenMinor()) <= Math.abs(item.openMinor())) {
                        standing.computeIfAbsent(row.value1(), _ -> new TreeMap<>())
                                .computeIfAbsent(row.value2(), _ -> new ArrayList<>())
                                .add(item);
                    }
                });
        Map<Long, List<Proposal>> proposals = new HashMap<>();
        standing.forEach((verdict, alternatives) -> proposals.put(
                verdict,
                alternatives.entrySet().stream()
                        .filter(one ->
                                one.getValue().size() == lines.getOrDefault(new Alternative(verdict, one.getKey()), 0))
                        .map(one -> new Proposal(
                                one.getValue(),
                                Objects.requireNonNull(currencies.get(verdict)),
                                exchanges.get(verdict)))
                        .toList()));
        return proposals;
    }
}
