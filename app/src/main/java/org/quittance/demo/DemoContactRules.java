package org.quittance.demo;

import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.gate.Diallings;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.correspondence.LetterTexts;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.Occasion;
import org.quittance.correspondence.letter.OwnText;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The company's contact rules, a letter in words of its own, a few customers whom nobody contacts, and what happened when somebody wanted to call them.
 *
 * <p>The rules are the standard ones: what a visitor sends by hand leaves at any hour of a working day.
 */
@Component
class DemoContactRules {

    private static final Viewer MANAGER = Viewer.system("maria");
    private static final Viewer COLLECTOR = Viewer.system("clara");

    private final DSLContext sql;
    private final ContactPolicies policies;
    private final Overrides overrides;
    private final Diallings diallings;
    private final LetterTexts texts;

    DemoContactRules(
            DSLContext sql, ContactPolicies policies, Overrides overrides, Diallings diallings, LetterTexts texts) {
        this.sql = sql;
        this.policies = policies;
        this.overrides = overrides;
        this.diallings = diallings;
        this.texts = texts;
    }

    private record Block(String reason, @Nullable LocalDate until) {}

    /** Once: where there are rules, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        if (!policies.versions().isEmpty()) {
            return;
        }
        ContactPolicies.Draft rules = new ContactPolicies.Draft(
                0, today, ContactPolicy.standard(), "Agreed with sales: office hours, and no more than needed");
        policies.adopt(rules, MANAGER).ifPresent(refusal -> {
            throw new IllegalStateException(refusal.sentence());
        });
        writeTheFirstNotice();
        Iterator<Record2<Long, Long>> owing = smallestDebtors(today).iterator();
        for (Block block : List.of(
                new Block("Insolvency proceedings are open; the administrator answers", null),
                new Block("Complaint about tone; sales talks to them first", today.plusDays(21)),
                new Block("Their lawyer answers", null))) {
            if (owing.hasNext()) {
                Record2<Long, Long> debtor = owing.next();
                overrides.blockContact(debtor.value1(), block.until(), block.reason(), MANAGER);
                diallings.dial(debtor.value1(), debtor.value2(), COLLECTOR);
            }
        }
    }

    /** In words of the company's own, for the British customers. */
    private void writeTheFirstNotice() {
        OwnText text = new OwnText(
                "A friendly reminder", "{entity}: has this slipped your mind? Customer {customer}", """
                We hope that {name} is well pleased with what we delivered. Our books show the items below as unpaid, {totals} \
                in all.

                Would you let us have the money by {payBy}? If something is in the way, ring us: we would rather hear it today \
                than guess.""", """
                If it is on its way already, thank you, and forget this letter.

                Your credit control team at {entity}""");
        LetterTexts.Key key = new LetterTexts.Key(Occasion.NOTICE_1, Language.ENGLISH, null);
        texts.adopt(new LetterTexts.Draft(key, 0, text, "Customers found the first notice stiff"), MANAGER.login())
                .ifPresent(refusal -> {
                    throw new IllegalStateException(refusal.sentence());
                });
    }

    /** Customers who owe a little for long, each with somebody who can be called: the story of the large ones is not disturbed. */
    private List<Record2<Long, Long>> smallestDebtors(LocalDate today) {
        return sql.select(ACCOUNT_VIEW.CUSTOMER_ID, min(CONTACT_VIEW.CONTACT_ID))
                .from(ACCOUNT_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                .join(CONTACT_VIEW)
                .on(CONTACT_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                .where(CONTACT_VIEW.PHONE.ne(""))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .groupBy(ACCOUNT_VIEW.CUSTOMER_ID)
                .having(min(OPEN_ITEM_VIEW.DUE_DATE).lt(today.minusDays(60)))
                .orderBy(sum(OPEN_ITEM_VIEW.OPEN_MINOR), ACCOUNT_VIEW.CUSTOMER_ID)
                .limit(3)
                .fetch();
    }
}
