package org.quittance.demo;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.ledger.ItemKind;
import org.quittance.ledger.EntryContext;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.LedgerEntry;
import org.quittance.ledger.LegalEntities;
import org.springframework.stereotype.Component;

/** Enters the invoices in dollars of the company on the continent. Runs in the loader's transaction. */
@Component
class DemoExports {

    private final LegalEntities entities;
    private final LedgerEntry entry;

    DemoExports(LegalEntities entities, LedgerEntry entry) {
        this.entities = entities;
        this.entry = entry;
    }

    void enter(DemoCompany company) {
        long entity = entities.byCode(ExportBill.ENTITY.code()).orElseThrow().id();
        List<ItemDraft> drafts = new ArrayList<>();
        for (ExportBill bill : ExportBill.of(company)) {
            DemoAccount account = bill.account();
            drafts.add(new ItemDraft(
                    drafts.size() + 1,
                    entity,
                    account.customer().number(),
                    account.customer().name(),
                    ItemKind.INVOICE,
                    ExportBill.ENTITY.source(),
                    bill.document(),
                    "",
                    bill.date(),
                    bill.date().plusDays(ExportBill.TERMS_DAYS),
                    true,
                    bill.date(),
                    ExportBill.CURRENCY,
                    bill.minor(),
                    bill.minor(),
                    null,
                    ExportBill.TERMS_DAYS,
                    null,
                    "",
                    "",
                    "Delivery to the works overseas"));
        }
        entry.enter(
                drafts,
                new EntryContext(
                        EntryContext.NO_UPLOAD, company.today(), DemoLoader.ACTOR, EntryContext.Completeness.PARTIAL));
    }
}
