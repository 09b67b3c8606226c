package org.quittance.cash;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.CreditDivision;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.SearchKeys;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a person applies a credit note, or money on account that the ERP has told of, to what the same account owes.
 *
 * <p>Money of the bank is applied where its payment is ({@link CashDesk}): there it is counted for the payment. What is applied here is taken
 * back on the page of either item, with a reason.
 */
@Service
public class CreditDesk {

    /** Kinds that a list of credits looks for; a journal entry of that side is applied from its own page. */
    private static final List<ItemKind> LISTED = List.of(ItemKind.CREDIT_NOTE, ItemKind.PAYMENT);

    private static final Condition IS_NO_MONEY_OF_THE_BANK =
            notExists(selectOne().from(IDENTIFICATION).where(IDENTIFICATION.ITEM_ID.eq(OPEN_ITEM_VIEW.ITEM_ID)));

    private final DSLContext sql;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CreditDesk(DSLContext sql, Ledger ledger, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** The payment of the bank that the credit is of; empty where it is of none. */
    @Transactional(readOnly = true)
    public Optional<Long> paymentOf(long item) {
        return sql.select(IDENTIFICATION.PAYMENT_ID)
                .from(IDENTIFICATION)
                .where(IDENTIFICATION.ITEM_ID.eq(item))
                .fetchOptional(IDENTIFICATION.PAYMENT_ID);
    }

    /** The oldest first, whosever accounts: whoever applies cash applies it to all. */
    @Transactional(readOnly = true)
    public List<OpenCredit> waiting(int most) {
        return credits(OPEN_ITEM_VIEW.KIND.in(LISTED), most).fetch(CreditDesk::credit);
    }

    /** One with something left; empty where nothing is, or it is money of the bank. */
    @Transactional(readOnly = true)
    public Optional<OpenCredit> credit(long item) {
        return credits(OPEN_ITEM_VIEW.ITEM_ID.eq(item), 1).fetch(CreditDesk::credit).stream()
                .findFirst();
    }

    private ResultQuery<? extends Record> credits(Condition which, int most) {
        return sql.select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        OPEN_ITEM_VIEW.KIND,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        OPEN_ITEM_VIEW.ASSIGNMENT,
                        OPEN_ITEM_VIEW.REFERENCE,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(which)
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.lt(0L))
                .and(IS_NO_MONEY_OF_THE_BANK)
                .orderBy(OPEN_ITEM_VIEW.DOCUMENT_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .limit(most);
    }

    private static OpenCredit credit(Record row) {
        return new OpenCredit(
                row.get(OPEN_ITEM_VIEW.ITEM_ID),
                row.get(OPEN_ITEM_VIEW.ACCOUNT_ID),
                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                row.get(ACCOUNT_VIEW.ENTITY_CODE),
                row.get(OPEN_ITEM_VIEW.KIND),
                row.get(OPEN_ITEM_VIEW.DOCUMENT),
                row.get(OPEN_ITEM_VIEW.DOCUMENT_DATE),
                Stream.of(row.get(OPEN_ITEM_VIEW.ASSIGNMENT), row.get(OPEN_ITEM_VIEW.REFERENCE))
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList(),
                Money.ofMinor(-row.get(OPEN_ITEM_VIEW.OPEN_MINOR), row.get(OPEN_ITEM_VIEW.CURRENCY)));
    }

    /** What the account of the credit owes in its currency: what the credit names first, then the longest due. */
    @Transactional(readOnly = true)
    public List<OwedDebit> owed(OpenCredit credit) {
        Set<String> keys = credit.names().stream()
                .map(SearchKeys::of)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        var rows = sql.select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.KIND,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.DOCUMENT_SEARCH_KEY,
                        OPEN_ITEM_VIEW.ASSIGNMENT_KEY,
                        OPEN_ITEM_VIEW.REFERENCE_KEY)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(credit.accountId()))
                .and(OPEN_ITEM_VIEW.CURRENCY.eq(credit.open().currency().getCurrencyCode()))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .orderBy(OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .fetch();
        CreditDivision proposed = CreditDivision.propose(
                credit.open().minor(),
                rows.map(row -> new CreditDivision.Owed(
                        ItemId.of(row.value1()), row.value5(), named(keys, row.value6(), row.value7(), row.value8()))));
        return rows
                .map(row -> new OwedDebit(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Money.ofMinor(row.value5(), credit.open().currency()),
                        Money.ofMinor(
                                proposed.minorOf(ItemId.of(row.value1())),
                                credit.open().currency())))
                .stream()
                .sorted(Comparator.comparing(OwedDebit::isNamed).reversed())
                .toList();
    }

    private static CreditDivision.Named named(
            Set<String> keys, String number, @Nullable String assignment, @Nullable String reference) {
        if (keys.contains(number)) {
            return CreditDivision.Named.BY_NUMBER;
        }
        boolean isOfTheSameOrder =
                (assignment != null && keys.contains(assignment)) || (reference != null && keys.contains(reference));
        return isOfTheSameOrder ? CreditDivision.Named.BY_ORDER : CreditDivision.Named.NOT_AT_ALL;
    }

    /** Applies so much of the credit to each of the items, at once; the ledger says what does not bear it. */
    @Transactional
    public DeskOutcome apply(long item, List<Decision.Line> lines, Viewer viewer) {
        OpenCredit credit = credit(item).orElse(null);
        if (credit == null) {
            return DeskOutcome.Refused.of(DeskRefusal.NOTHING_LEFT_OF_CREDIT);
        }
        if (lines.isEmpty()) {
            return DeskOutcome.Refused.of(DeskRefusal.NOTHING_TO_APPLY_TO);
        }
        List<AllocationOrder> orders = lines.stream()
                .map(line -> new AllocationOrder(ItemId.of(item), line.item(), line.amountMinor()))
                .toList();
        String cause = "%s %s applied by hand".formatted(credit.kind().label(), credit.document());
        return switch (ledger.allocate(orders, new PostingContext(clock.today(), cause, viewer.login()))) {
            case PostingOutcome.Refused refused ->
                new DeskOutcome.Refused(refused.reason(), refused.sentence() + ". Look at the amounts again.");
            case PostingOutcome.Posted _ -> {
                audit.record(viewer.login(), "credit.applied", "item", item, "to " + lines.size() + " items");
                Money applied = Money.ofMinor(
                        lines.stream().mapToLong(Decision.Line::amountMinor).sum(),
                        credit.open().currency());
                yield new DeskOutcome.Done("%s of %s is applied to %s. Open it to take it back."
                        .formatted(applied, credit.document(), lines.size() == 1 ? "1 item" : lines.size() + " items"));
            }
        };
    }
}
