package org.quittance.demo;

import static org.jooq.impl.DSL.field;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;
import static org.quittance.db.ledger.Tables.SETTLED_ITEM_VIEW;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.call.Takeover;
import org.quittance.collections.call.Takeover.FormerCall;
import org.quittance.collections.call.Takeover.FormerCall.Dialled;
import org.quittance.collections.call.Takeover.FormerContact;
import org.quittance.collections.call.Takeover.FormerPromise;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.ledger.ContactRole;
import org.springframework.stereotype.Component;

/** Enters what was said and done before: on the timeline, on the dunning ladder, and as promises. Runs in the loader's transaction. */
@Component
class DemoContacts {

    private static final Duration NOTED_AFTER = Duration.ofMinutes(4);

    private final Takeover takeover;
    private final Timeline timeline;
    private final DSLContext sql;

    DemoContacts(Takeover takeover, Timeline timeline, DSLContext sql) {
        this.takeover = takeover;
        this.timeline = timeline;
        this.sql = sql;
    }

    /** The numbers under which the ledger keeps an account. */
    private record Numbers(AccountId account, CustomerId customer) {}

    /** Whom the collectors call at a customer: the first whose telephone is known, in accounts payable where somebody is there. */
    private record Called(long contactId, String name, String number) {}

    void enter(DemoCompany company) {
        Map<String, Numbers> accounts = sql.select(
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID)
                .from(ACCOUNT_VIEW)
                .fetchMap(
                        row -> row.value1() + "-" + row.value2(),
                        row -> new Numbers(AccountId.of(row.value3()), CustomerId.of(row.value4())));
        Map<String, ItemId> open = sql.select(OPEN_ITEM_VIEW.DOCUMENT, OPEN_ITEM_VIEW.ITEM_ID)
                .from(OPEN_ITEM_VIEW)
                .fetchMap(OPEN_ITEM_VIEW.DOCUMENT, row -> ItemId.of(row.get(OPEN_ITEM_VIEW.ITEM_ID)));
        Map<String, ItemId> known = sql.select(SETTLED_ITEM_VIEW.DOCUMENT, SETTLED_ITEM_VIEW.ITEM_ID)
                .from(SETTLED_ITEM_VIEW)
                .fetchMap(SETTLED_ITEM_VIEW.DOCUMENT, row -> ItemId.of(row.get(SETTLED_ITEM_VIEW.ITEM_ID)));
        known.putAll(open);
        Map<CustomerId, Called> called = called();
        List<FormerCall> calls = new ArrayList<>();
        List<FormerContact> contacts = new ArrayList<>();
        List<FormerPromise> promises = new ArrayList<>();
        for (PastContact contact : ContactHistory.of(company)) {
            Numbers numbers =
                    Objects.requireNonNull(accounts.get(contact.account().key().toString()));
            contacts.add(new FormerContact(
                    numbers.account(), contact.action(), contact.day(), whoDid(contact), itemsOf(contact, open)));
            if (contact.promised() != null) {
                promises.add(new FormerPromise(
                        new PromiseDraft(
                                numbers.account(),
                                money(contact),
                                contact.promised(),
                                itemsOf(contact, known),
                                null,
                                ""),
                        contact.day(),
                        whoDid(contact)));
            }
            Called person = contact.action() == Action.CALL ? called.get(numbers.customer()) : null;
            Activity activity = activity(contact, numbers, person);
            Instant at = hourOf(contact);
            long logged = timeline.log(activity, at.plus(NOTED_AFTER));
            if (person != null && activity.kind() == Activity.Kind.CALL) {
                calls.add(new FormerCall(
                        logged, activity, new Dialled(person.contactId(), person.name(), person.number(), at)));
            }
        }
        takeover.bringOverCalls(calls, DemoLoader.ACTOR);
        takeover.bringOver(contacts, promises, company.today(), DemoLoader.ACTOR);
    }

    private static String whoDid(PastContact contact) {
        return DemoMasterData.ownerOf(contact.account().portfolio());
    }

    private Map<CustomerId, Called> called() {
        Map<CustomerId, Called> called = new HashMap<>();
        sql.select(CONTACT_VIEW.CUSTOMER_ID, CONTACT_VIEW.CONTACT_ID, CONTACT_VIEW.NAME, CONTACT_VIEW.PHONE)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.PHONE.ne(""))
                .orderBy(
                        field(CONTACT_VIEW.ROLE.eq(ContactRole.ACCOUNTS_PAYABLE.name()))
                                .desc(),
                        CONTACT_VIEW.CONTACT_ID)
                .forEach(row -> called.putIfAbsent(
                        CustomerId.of(row.value1()), new Called(row.value2(), row.value3(), row.value4())));
        return called;
    }

    /** In the working day of the customer, and of ours: across the ocean in its morning. */
    private static Instant hourOf(PastContact contact) {
        DemoCustomer customer = contact.account().customer();
        Chance chance = Chance.of("hour", contact.account().key(), contact.day(), contact.action());
        int last = customer.timeZone().startsWith("America/") ? 11 : 16;
        return contact.day()
                .atTime(chance.between(9, last), chance.between(0, 59))
                .atZone(ZoneId.of(customer.timeZone()))
                .toInstant();
    }

    private static List<ItemId> itemsOf(PastContact contact, Map<String, ItemId> items) {
        return contact.bills().stream()
                .map(bill -> items.get(bill.document()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Activity activity(PastContact contact, Numbers numbers, @Nullable Called person) {
        Activity.Kind kind = switch (contact.action()) {
            case REMINDER_BEFORE_DUE, NOTICE_1, NOTICE_2, NOTICE_3 -> Activity.Kind.EMAIL;
            case CALL -> contact.promised() == null ? Activity.Kind.CALL : Activity.Kind.PROMISE;
            case INTEREST_NOTICE -> Activity.Kind.LETTER;
            case VISIT -> Activity.Kind.VISIT;
            case TEXT_MESSAGE -> Activity.Kind.TEXT_MESSAGE;
            case PORTAL_NOTICE -> Activity.Kind.PORTAL_NOTICE;
            case ESCALATE,
                    RECOMMEND_SUSPENSION,
                    RECOMMEND_HOLD,
                    RECOMMEND_AGENCY,
                    RECOMMEND_LEGAL,
                    CLEAR_CASH,
                    REVIEW,
                    READ_ANSWER -> Activity.Kind.NOTE;
        };
        String about = "%d open %s, %s"
                .formatted(
                        contact.bills().size(),
                        contact.bills().size() == 1 ? "item" : "items",
                        Sentences.money(money(contact)));
        return new Activity(
                numbers.customer(),
                numbers.account(),
                kind,
                contact.action().reach() == Action.Reach.INTERNAL
                        ? Activity.Direction.INTERNAL
                        : Activity.Direction.OUT,
                contact.day(),
                whoDid(contact),
                person == null ? null : person.contactId(),
                contact.outcome(),
                contact.body().isEmpty() ? about : contact.body() + ". " + about,
                null);
    }

    private static Money money(PastContact contact) {
        return Money.ofMinor(contact.minor(), contact.account().entity().currency());
    }
}
