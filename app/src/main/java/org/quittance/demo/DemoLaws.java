package org.quittance.demo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.quittance.collections.contact.LawBook;
import org.quittance.collections.contact.LawBook.Turned;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.Medium;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.Trait;
import org.quittance.correspondence.Consents;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerTraits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A few American customers whom laws on contact protect, what two of them have said about it, and a law that an entity does not observe. */
@Component
class DemoLaws {

    private static final String MANAGER = "maria";
    private static final String COLLECTOR = "clara";
    private static final int PROTECTED = 4;
    /** A name under which one person may trade. */
    private static final String NO_COMPANY = " Co.";

    private final DSLContext sql;
    private final LawBook laws;
    private final CustomerTraits traits;
    private final Consents consents;

    DemoLaws(DSLContext sql, LawBook laws, CustomerTraits traits, Consents consents) {
        this.sql = sql;
        this.laws = laws;
        this.traits = traits;
        this.consents = consents;
    }

    /** Once: where a law was switched, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        if (!laws.switches().isEmpty()) {
            return;
        }
        laws.turn(
                        new LawBook.Draft(
                                0,
                                "us-ma-940-cmr-7",
                                DemoEntity.US.draft().code(),
                                Turned.OFF,
                                today,
                                "We sell nothing for household use in Massachusetts; counsel agrees"),
                        new Viewer(0, MANAGER, MANAGER, Set.of(Role.MANAGER), Set.of()))
                .ifPresent(refusal -> {
                    throw new IllegalStateException(refusal.sentence());
                });
        List<Record3<Long, Long, String>> americans = americans(today);
        for (Record3<Long, Long, String> one : americans) {
            boolean isNoCompany = one.value3().endsWith(NO_COMPANY);
            traits.note(
                    one.value1(),
                    isNoCompany ? Trait.SOLE_TRADER : Trait.GUARANTOR,
                    today.minusYears(1),
                    isNoCompany ? "The order form names its owner alone" : "Its owner stands surety for what it buys",
                    MANAGER);
        }
        if (americans.size() > 1) {
            say(
                    americans.get(0),
                    Medium.CALL,
                    Consent.Word.GIVEN,
                    today.minusDays(1),
                    "On the telephone: ring until it is settled");
            say(
                    americans.get(1),
                    Medium.E_MAIL,
                    Consent.Word.WITHDRAWN,
                    today.minusDays(12),
                    "Answered with the word STOP");
        }
    }

    private void say(Record3<Long, Long, String> person, Medium medium, Consent.Word word, LocalDate on, String how) {
        Consents.Outcome outcome = consents.note(
                new Consents.Draft(CustomerId.of(person.value1()), person.value2(), medium, word, on, how, null),
                COLLECTOR);
        if (outcome != Consents.Outcome.DONE) {
            throw new IllegalStateException(outcome.sentence());
        }
    }

    /** Who owes a little, as one person would, each with somebody who can be called and written to. */
    private List<Record3<Long, Long, String>> americans(LocalDate today) {
        return sql.select(ACCOUNT_VIEW.CUSTOMER_ID, min(CONTACT_VIEW.CONTACT_ID), ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(ACCOUNT_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                .join(CONTACT_VIEW)
                .on(CONTACT_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                .where(ACCOUNT_VIEW.COUNTRY.eq("US"))
                .and(CONTACT_VIEW.PHONE.ne(""))
                .and(CONTACT_VIEW.EMAIL.ne(""))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .groupBy(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME)
                .having(min(OPEN_ITEM_VIEW.DUE_DATE).between(today.minusDays(60), today.minusDays(5)))
                .orderBy(
                        field(ACCOUNT_VIEW.CUSTOMER_NAME.endsWith(NO_COMPANY)).desc(),
                        sum(OPEN_ITEM_VIEW.OPEN_MINOR),
                        ACCOUNT_VIEW.CUSTOMER_ID)
                .limit(PROTECTED)
                .fetch();
    }
}
