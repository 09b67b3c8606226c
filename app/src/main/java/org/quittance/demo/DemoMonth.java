package org.quittance.demo;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.demo.DemoCompany.HistoryMonth;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.CreditDraft;
import org.quittance.ledger.EntryContext;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LedgerEntry;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.springframework.stereotype.Component;

/** Enters one month of history: its bills, then day by day its payments and what they pay. Runs in the loader's transaction. */
@Component
class DemoMonth {

    private static final String BANK = "bank";

    private final LegalEntities entities;
    private final LedgerEntry entry;
    private final Ledger ledger;
    private final DSLContext sql;

    DemoMonth(LegalEntities entities, LedgerEntry entry, Ledger ledger, DSLContext sql) {
        this.entities = entities;
        this.entry = entry;
        this.ledger = ledger;
        this.sql = sql;
    }

    void enter(HistoryMonth month) {
        enterBills(month);
        Map<String, ItemId> items = openItems();
        items.putAll(receive(month.payments()));
        byDay(month.ties()).forEach((day, ties) -> allocate(day, ties, items));
    }

    private void enterBills(HistoryMonth month) {
        Map<DemoEntity, Long> entityIds = new HashMap<>();
        for (DemoEntity entity : DemoEntity.values()) {
            entityIds.put(entity, entities.byCode(entity.code()).orElseThrow().id());
        }
        List<ItemDraft> drafts = new ArrayList<>();
        for (Bill bill : month.bills()) {
            DemoAccount account = bill.account();
            drafts.add(new ItemDraft(
                    drafts.size() + 1,
                    Objects.requireNonNull(entityIds.get(account.entity())),
                    account.customer().number(),
                    account.customer().name(),
                    bill.kind(),
                    account.entity().source(),
                    bill.document(),
                    "",
                    bill.date(),
                    bill.due(),
                    true,
                    bill.date(),
                    account.entity().currency(),
                    bill.minor(),
                    bill.minor(),
                    null,
                    account.termsDays(),
                    bill.kind() == ItemKind.INVOICE ? account.discount() : null,
                    "",
                    bill.order(),
                    bill.memo()));
        }
        entry.enter(
                drafts,
                new EntryContext(
                        EntryContext.NO_UPLOAD,
                        month.month().atEndOfMonth(),
                        DemoLoader.ACTOR,
                        EntryContext.Completeness.PARTIAL));
    }

    private Map<String, ItemId> openItems() {
        return sql.select(OPEN_ITEM_VIEW.DOCUMENT, OPEN_ITEM_VIEW.ITEM_ID)
                .from(OPEN_ITEM_VIEW)
                .fetchMap(OPEN_ITEM_VIEW.DOCUMENT, row -> ItemId.of(row.get(OPEN_ITEM_VIEW.ITEM_ID)));
    }

    private Map<String, ItemId> receive(List<Payment> payments) {
        Map<String, AccountId> accounts = sql.select(
                        ACCOUNT_VIEW.ENTITY_CODE, ACCOUNT_VIEW.ACCOUNT_NUMBER, ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .fetchMap(row -> row.value1() + "-" + row.value2(), row -> AccountId.of(row.value3()));
        List<CreditDraft> drafts = payments.stream()
                .map(payment -> new CreditDraft(
                        Objects.requireNonNull(
                                accounts.get(payment.account().key().toString())),
                        BANK,
                        payment.document(),
                        payment.date(),
                        Money.ofMinor(
                                payment.minor(), payment.account().entity().currency()),
                        payment.parts().stream()
                                .map(part -> part.bill().document())
                                .limit(4)
                                .collect(Collectors.joining(" ")),
                        ""))
                .toList();
        List<ItemId> ids = ledger.receive(drafts, DemoLoader.ACTOR);
        Map<String, ItemId> byDocument = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            byDocument.put(drafts.get(i).document(), ids.get(i));
        }
        return byDocument;
    }

    private void allocate(LocalDate day, List<Tie> ties, Map<String, ItemId> items) {
        List<AllocationOrder> orders = ties.stream()
                .map(tie -> new AllocationOrder(item(items, tie.credit()), item(items, tie.debit()), tie.minor()))
                .toList();
        PostingContext context = new PostingContext(day, "Applied in the former system", DemoLoader.ACTOR);
        if (ledger.allocate(orders, context) instanceof PostingOutcome.Refused refused) {
            throw new IllegalStateException("The demo's payments of " + day + " were refused: " + refused);
        }
    }

    private static ItemId item(Map<String, ItemId> items, String document) {
        return Objects.requireNonNull(items.get(document), () -> document + " is not open");
    }

    private static Map<LocalDate, List<Tie>> byDay(List<Tie> ties) {
        return ties.stream().collect(Collectors.groupingBy(Tie::date, TreeMap::new, Collectors.toList()));
    }
}
