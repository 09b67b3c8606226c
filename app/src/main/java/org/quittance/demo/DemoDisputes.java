package org.quittance.demo;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeDraft;
import org.quittance.disputes.DisputeList;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.DisputeRoutes;
import org.quittance.disputes.Disputes;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.respondents.RespondentDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers say that they do not owe: some open in time, one answer overdue, one nobody's yet, one that waits for its credit, two that are over. */
@Component
class DemoDisputes {

    private static final long SMALLEST_MINOR = 200_00;
    private static final int DAYS_OVERDUE = 2;

    private final DSLContext sql;
    private final Disputes disputes;
    private final DisputeList list;
    private final DisputeRoutes routes;
    private final RespondentDirectory directory;
    private final People people;

    DemoDisputes(
            DSLContext sql,
            Disputes disputes,
            DisputeList list,
            DisputeRoutes routes,
            RespondentDirectory directory,
            People people) {
        this.sql = sql;
        this.disputes = disputes;
        this.list = list;
        this.routes = routes;
        this.directory = directory;
        this.people = people;
    }

    private record Open(long itemId, Money open) {

        Money share(String part) {
            return Money.rounded(open.toDecimal().multiply(new BigDecimal(part)), open.currency(), RoundingMode.UP);
        }
    }

    /** Once: where something was disputed by a person, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        Viewer clara = viewer("clara");
        Viewer maria = viewer("maria");
        if (!routes.changes().isEmpty()) {
            return;
        }
        routes.set(
                List.of(
                        new DisputeRoute(DisputeReason.PRICE, "maria", 10, true),
                        new DisputeRoute(DisputeReason.FREIGHT, "tessa", 5, true),
                        new DisputeRoute(DisputeReason.QUANTITY, "tessa", 5, true),
                        new DisputeRoute(DisputeReason.DAMAGED_GOODS, "tessa", 5, true),
                        new DisputeRoute(DisputeReason.PAID_ALREADY, "casper", 2, false)),
                maria);
        Iterator<Open> items = overdue(clara, today).iterator();
        raise(items, "0.12", DisputeReason.PRICE, "The framework agreement has 12 % on valves", 3, today, clara);
        raise(items, "0.4", DisputeReason.QUANTITY, "Two of five pallets came", 1, today, clara);
        raise(items, "1", DisputeReason.PAID_ALREADY, "Paid to the old account in Utrecht, they say", 12, today, clara);
        raise(items, "0.08", DisputeReason.SERVICE, "The fitter came a week late", 6, today, clara);
        long byMail = raise(
                items,
                "0.3",
                DisputeReason.RETURNED_GOODS,
                "Sent back in October, no credit note yet",
                0,
                today,
                clara);
        askBilling(byMail, clara);
        long damaged = raise(
                items, "0.25", DisputeReason.DAMAGED_GOODS, "Crates wet on arrival, photos by mail", 15, today, clara);
        Money whole = list.one(maria, damaged).orElseThrow().amount();
        answer(
                damaged,
                Money.rounded(whole.toDecimal().multiply(new BigDecimal("0.5")), whole.currency(), RoundingMode.UP),
                "One of the two crates was wet before it left us; billing writes the credit note",
                viewer("tessa"));
        long tax = raise(items, "0.2", DisputeReason.TAX, "Reverse charge, they say", 18, today, clara);
        answer(
                tax,
                Money.zero(list.one(maria, tax).orElseThrow().amount().currency()),
                "Their VAT number was not valid on the day of delivery",
                maria);
        long twice = raise(
                items, "1", DisputeReason.BILLED_TWICE, "Same delivery note as the month before", 9, today, clara);
        if (!(disputes.withdraw(twice, "They found the second delivery note", clara) instanceof DisputeOutcome.Done)) {
            throw new IllegalStateException("The demo's dispute D%d was not withdrawn".formatted(twice));
        }
    }

    private long raise(
            Iterator<Open> items,
            String part,
            DisputeReason reason,
            String words,
            int daysAgo,
            LocalDate today,
            Viewer viewer) {
        if (!items.hasNext()) {
            throw new IllegalStateException("The demo has too few items that are overdue");
        }
        Open item = items.next();
        DisputeDraft draft = new DisputeDraft(item.itemId(), item.share(part), reason, words, null, null);
        LocalDate raised = BusinessDays.onOrBefore(today.minusDays(daysAgo));
        if (disputes.takeOver(draft, raised, viewer) instanceof DisputeOutcome.Done(long id)) {
            return id;
        }
        throw new IllegalStateException("The demo's dispute of item %d was not opened".formatted(item.itemId()));
    }

    /** Somebody in billing, who never signs in. */
    private void askBilling(long id, Viewer viewer) {
        long billing = directory
                .byAddress("ines.faria@" + DemoRespondents.DOMAIN)
                .orElseThrow()
                .id();
        if (!(disputes.handOverByMail(id, billing, "Did the goods come back?", viewer)
                instanceof DisputeOutcome.Done)) {
            throw new IllegalStateException("The demo's dispute D%d was given to nobody".formatted(id));
        }
    }

    private void answer(long id, Money notOwed, String finding, Viewer viewer) {
        if (!(disputes.answer(id, notOwed, finding, viewer) instanceof DisputeOutcome.Done)) {
            throw new IllegalStateException("The demo's dispute D%d was not answered".formatted(id));
        }
    }

    /** Overdue invoices of the viewer's accounts, of each the oldest that is worth a dispute. */
    private List<Open> overdue(Viewer viewer, LocalDate today) {
        return sql.select(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.OPEN_MINOR, OPEN_ITEM_VIEW.CURRENCY)
                .distinctOn(OPEN_ITEM_VIEW.ACCOUNT_ID)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.PORTFOLIO_ID.in(viewer.portfolios()))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.INVOICE))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(SMALLEST_MINOR))
                .and(OPEN_ITEM_VIEW.DUE_DATE.lt(today.minusDays(DAYS_OVERDUE)))
                .orderBy(OPEN_ITEM_VIEW.ACCOUNT_ID, OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .limit(12)
                .fetch(row -> new Open(row.value1(), Money.ofMinor(row.value2(), row.value3())));
    }

    private Viewer viewer(String login) {
        return people.credentials(login).orElseThrow().viewer();
    }
}
