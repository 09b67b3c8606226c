package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.cash.Tables.HAND_JOIN;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.EntryContext;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LedgerEntry;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;

/** Enters what a return takes from the accounts: a debit for each credit that the payment was there, tied to it; and a fee for it. */
@Component
class ReturnDebits {

    private static final String SOURCE = "bank";

    private final DSLContext sql;
    private final Ledger ledger;
    private final LedgerEntry entry;
    private final BusinessClock clock;

    ReturnDebits(DSLContext sql, Ledger ledger, LedgerEntry entry, BusinessClock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.entry = entry;
        this.clock = clock;
    }

    /** A credit of the payment that lies on account of one customer, after its lines were reversed. */
    private record Credit(ItemId item, long accountId, String account, String customer, Money money) {}

    /** Takes all that lies on account of the payments away again: all of it came back. */
    void enterWhole(PaymentRecord returned, List<Long> paymentIds, String actor) {
        enter(returned, credits(paymentIds), actor);
    }

    /** Takes so much of what lies on account of the payments away again as came back, of the largest credit first. */
    void enterPart(PaymentRecord returned, List<Long> paymentIds, String actor) {
        enter(returned, upTo(-returned.getAmountMinor(), credits(paymentIds)), actor);
    }

    private void enter(PaymentRecord returned, List<Credit> credits, String actor) {
        List<ItemDraft> drafts = new ArrayList<>();
        for (Credit credit : credits) {
            drafts.add(draft(
                    returned,
                    credit,
                    new Document(ItemKind.JOURNAL, document(returned, credit, credits)),
                    credit.money()));
        }
        enter(drafts, actor);
        Map<String, ItemId> debits = items(drafts);
        List<AllocationOrder> orders = new ArrayList<>();
        for (Credit credit : credits) {
            ItemId debit = debits.get(key(credit.accountId(), document(returned, credit, credits)));
            if (debit == null) {
                throw new IllegalStateException("The debit of return P" + returned.getId() + " was not entered");
            }
            orders.add(new AllocationOrder(credit.item(), debit, credit.money().minor()));
        }
        String cause = "Returned by the bank as P" + returned.getId();
        if (ledger.allocate(orders, new PostingContext(clock.today(), cause, actor))
                instanceof PostingOutcome.Refused refused) {
            throw new StaleItems("Return P" + returned.getId(), refused.sentence());
        }
    }

    private static List<Credit> upTo(long minor, List<Credit> credits) {
        List<Credit> taken = new ArrayList<>();
        long left = minor;
        for (Credit credit : credits) {
            long part = Math.min(left, credit.money().minor());
            if (part > 0) {
                taken.add(new Credit(
                        credit.item(),
                        credit.accountId(),
                        credit.account(),
                        credit.customer(),
                        Money.ofMinor(part, credit.money().currency())));
                left -= part;
            }
        }
        return taken;
    }

    /** Charges the account of the largest credit for the return; the item that is owed for it. */
    ItemId charge(PaymentRecord returned, long paymentId, long minor, String actor) {
        Credit largest = accounts(moneyOf(paymentId)).getFirst();
        ItemDraft draft = draft(
                returned,
                largest,
                new Document(ItemKind.CHARGE, "RETURN-FEE-P" + returned.getId()),
                Money.ofMinor(minor, returned.getCurrency()));
        enter(List.of(draft), actor);
        ItemId charged = items(List.of(draft)).get(key(largest.accountId(), draft.document()));
        if (charged == null) {
            throw new IllegalStateException("The fee of return P" + returned.getId() + " was not entered");
        }
        return charged;
    }

    /** The payments in whose name a bank's line has its credits: its own, and that of the entry by hand which it was joined to. */
    List<Long> moneyOf(long paymentId) {
        return Stream.concat(
                        Stream.of(paymentId),
                        sql
                                .select(HAND_JOIN.HAND_PAYMENT_ID)
                                .from(HAND_JOIN)
                                .where(HAND_JOIN.BANK_PAYMENT_ID.eq(paymentId))
                                .fetch(HAND_JOIN.HAND_PAYMENT_ID)
                                .stream())
                .toList();
    }

    /** With one account, which is nearly always, the number of the return; else the account's behind it. */
    private static String document(PaymentRecord returned, Credit credit, List<Credit> all) {
        String number = "RETURN-P" + returned.getId();
        return all.size() == 1 ? number : number + "-" + credit.item();
    }

    private record Document(ItemKind kind, String number) {}

    private ItemDraft draft(PaymentRecord returned, Credit credit, Document document, Money owed) {
        LocalDate today = clock.today();
        return new ItemDraft(
                1,
                returned.getEntityId(),
                credit.account(),
                credit.customer(),
                document.kind(),
                SOURCE,
                document.number(),
                "",
                returned.getBookingDate(),
                today,
                true,
                today,
                owed.currency().getCurrencyCode(),
                owed.minor(),
                owed.minor(),
                null,
                0,
                null,
                "",
                returned.getBankReference(),
                ("Payment returned by the bank " + returned.getReturnReason()).strip());
    }

    private void enter(List<ItemDraft> drafts, String actor) {
        entry.enter(
                drafts,
                new EntryContext(EntryContext.NO_UPLOAD, clock.today(), actor, EntryContext.Completeness.PARTIAL));
    }

    private Map<String, ItemId> items(List<ItemDraft> drafts) {
        Map<String, ItemId> items = new TreeMap<>();
        sql.select(OPEN_ITEM_VIEW.ACCOUNT_ID, OPEN_ITEM_VIEW.DOCUMENT, OPEN_ITEM_VIEW.ITEM_ID)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ENTITY_ID.eq(drafts.getFirst().entityId()))
                .and(OPEN_ITEM_VIEW.KIND.in(ItemKind.JOURNAL, ItemKind.CHARGE))
                .and(OPEN_ITEM_VIEW.DOCUMENT.eq(
                        any(drafts.stream().map(ItemDraft::document).toArray(String[]::new))))
                .forEach(row -> items.put(key(row.value1(), row.value2()), ItemId.of(row.value3())));
        return items;
    }

    private static String key(long accountId, String document) {
        return accountId + " " + document;
    }

    private List<Credit> credits(List<Long> paymentIds) {
        return sql.select(
                        IDENTIFICATION.ITEM_ID,
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        OPEN_ITEM_VIEW.OPEN_MINOR.neg(),
                        OPEN_ITEM_VIEW.CURRENCY)
                .from(IDENTIFICATION)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(IDENTIFICATION.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(IDENTIFICATION.ACCOUNT_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(any(paymentIds.toArray(Long[]::new))))
                .orderBy(IDENTIFICATION.AMOUNT_MINOR.desc(), IDENTIFICATION.ITEM_ID)
                .fetch(row -> new Credit(
                        ItemId.of(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Money.ofMinor(row.value5(), row.value6())));
    }

    /** The accounts that the payment was with, settled as they are by now; the largest first. */
    private List<Credit> accounts(List<Long> paymentIds) {
        return sql.select(
                        IDENTIFICATION.ITEM_ID,
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        IDENTIFICATION.AMOUNT_MINOR,
                        PAYMENT.CURRENCY)
                .from(IDENTIFICATION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(IDENTIFICATION.ACCOUNT_ID))
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(IDENTIFICATION.PAYMENT_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(any(paymentIds.toArray(Long[]::new))))
                .orderBy(IDENTIFICATION.ROUND.desc(), IDENTIFICATION.AMOUNT_MINOR.desc(), IDENTIFICATION.ITEM_ID)
                .fetch(row -> new Credit(
                        ItemId.of(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Money.ofMinor(row.value5(), row.value6())));
    }
}
