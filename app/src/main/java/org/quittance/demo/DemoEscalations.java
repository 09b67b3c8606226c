package org.quittance.demo;

import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.collections.escalation.EscalationDraft;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.collections.escalation.EscalationFilter;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.Escalations;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.EscalationPath;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Clara has taken to others: some wait in time, one answer is overdue, a credit hold and an agency are in force, another agency was refused,
 * the business has answered, and a sales owner is asked by mail.
 */
@Component
class DemoEscalations {

    private static final int OVERDUE_DAYS = 5;
    private static final int LONGEST_OVERDUE_DAYS = 50;

    private final DSLContext sql;
    private final Escalations escalations;
    private final EscalationList list;
    private final People people;

    DemoEscalations(DSLContext sql, Escalations escalations, EscalationList list, People people) {
        this.sql = sql;
        this.escalations = escalations;
        this.list = list;
        this.people = people;
    }

    private record Asked(EscalationPath path, int daysAgo, Addressee to, String reason) {}

    /** Once: where something was escalated, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        Viewer clara = viewer("clara");
        Viewer maria = viewer("maria");
        EscalationFilter everything = new EscalationFilter(EscalationFilter.Show.EVERYTHING, null, null);
        if (!list.lines(maria, everything, 0, 1).isEmpty()) {
            return;
        }
        Iterator<Long> accounts = longOverdue(clara, today).iterator();
        Addressee toMaria = Addressee.colleague("maria");
        open(
                accounts,
                new Asked(EscalationPath.CREDIT_HOLD, 0, toMaria, "Months overdue, and they go on ordering"),
                today,
                clara);
        open(
                accounts,
                new Asked(
                        EscalationPath.SALES_OWNER,
                        1,
                        Addressee.outside("Ruth Amsel", "ruth.amsel@halden-rowe.example"),
                        "Says that sales has agreed to 90 days; nothing in writing"),
                today,
                clara);
        open(
                accounts,
                new Asked(
                        EscalationPath.MANAGER,
                        9,
                        Addressee.colleague("tessa"),
                        "Their new finance director answers neither calls nor mail"),
                today,
                clara);
        long hold = open(
                accounts,
                new Asked(EscalationPath.CREDIT_HOLD, 12, toMaria, "Nothing has come since the final notice"),
                today,
                clara);
        act(hold, Deed.APPROVE, "No new orders until the oldest three invoices are paid", maria);
        long agency = open(
                accounts,
                new Asked(EscalationPath.OUTSIDE_AGENCY, 15, toMaria, "No contact since the final notice"),
                today,
                clara);
        act(agency, Deed.REFUSE, "Too early: a visit first, they trade with us for eleven years", maria);
        long business = open(
                accounts,
                new Asked(
                        EscalationPath.BUSINESS,
                        20,
                        Addressee.outside("Henrik Dahl, Trade Division", ""),
                        "Claims damage on arrival of the spring delivery"),
                today,
                clara);
        act(business, Deed.ANSWER, "The damage is accepted for two pallets; the rest is owed", clara);
        long placed = open(
                accounts,
                new Asked(EscalationPath.OUTSIDE_AGENCY, 6, toMaria, "Neither letters nor calls are answered any more"),
                today,
                clara);
        askToday(
                accounts,
                new Asked(
                        EscalationPath.SALES_OWNER,
                        0,
                        Addressee.outside("Ruth Amsel", "ruth.amsel@" + DemoRespondents.DOMAIN),
                        "Wants to pay in three parts and says that sales has promised it"),
                clara);
        act(placed, Deed.APPROVE, "Placed with Alder & Finch, who know their new owner", maria);
    }

    private long open(Iterator<Long> accounts, Asked asked, LocalDate today, Viewer asker) {
        if (!accounts.hasNext()) {
            throw new IllegalStateException("The demo has too few accounts that are long overdue");
        }
        EscalationDraft draft = new EscalationDraft(accounts.next(), asked.path(), asked.reason(), asked.to());
        EscalationOutcome outcome =
                escalations.takeOver(draft, BusinessDays.onOrBefore(today.minusDays(asked.daysAgo())), asker);
        if (outcome instanceof EscalationOutcome.Done(long id)) {
            return id;
        }
        throw new IllegalStateException("The demo's escalation was not opened: " + outcome);
    }

    /** Asked today, so that whoever answers is written to. */
    private void askToday(Iterator<Long> accounts, Asked asked, Viewer asker) {
        EscalationOutcome outcome =
                escalations.open(new EscalationDraft(accounts.next(), asked.path(), asked.reason(), asked.to()), asker);
        if (!(outcome instanceof EscalationOutcome.Done)) {
            throw new IllegalStateException("The demo's question was not asked: " + outcome);
        }
    }

    private void act(long id, Deed deed, String words, Viewer viewer) {
        if (!(escalations.act(id, deed, "", words, viewer) instanceof EscalationOutcome.Done)) {
            throw new IllegalStateException("The demo's escalation E%d was not answered".formatted(id));
        }
    }

    /** Accounts of the viewer that owe much for long, the largest first. */
    private List<Long> longOverdue(Viewer viewer, LocalDate today) {
        return sql.select(ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.PORTFOLIO_ID.in(viewer.portfolios()))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .and(OPEN_ITEM_VIEW.DUE_DATE.lt(today.minusDays(OVERDUE_DAYS)))
                .groupBy(ACCOUNT_VIEW.ACCOUNT_ID)
                .having(min(OPEN_ITEM_VIEW.DUE_DATE).lt(today.minusDays(LONGEST_OVERDUE_DAYS)))
                .orderBy(sum(OPEN_ITEM_VIEW.OPEN_MINOR).desc(), ACCOUNT_VIEW.ACCOUNT_ID)
                .limit(12)
                .fetch(ACCOUNT_VIEW.ACCOUNT_ID);
    }

    private Viewer viewer(String login) {
        return people.credentials(login).orElseThrow().viewer();
    }
}
