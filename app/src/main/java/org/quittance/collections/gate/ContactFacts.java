package org.quittance.collections.gate;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK_LIFT;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;
import static org.quittance.db.correspondence.Tables.ANSWER_VIEW;
import static org.quittance.db.correspondence.Tables.CONSENT_VIEW;
import static org.quittance.db.correspondence.Tables.MESSAGE_VIEW;
import static org.quittance.db.correspondence.Tables.TEXT_OPT_OUT_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Addressee;
import org.quittance.core.contact.Addressee.Address;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.Medium;
import org.quittance.core.contact.Party;
import org.quittance.core.contact.PastContact;
import org.quittance.core.contact.PastContact.What;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Answer;
import org.quittance.correspondence.Envelope;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.MessageState;
import org.quittance.db.ledger.tables.ContactView;
import org.quittance.ledger.CustomerTraits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads what the gate must know of a customer: where it is, who is not to be contacted, and what went before. */
@Component
class ContactFacts {

    private static final int CUSTOMER_LOCKS = 0x51_75_69_48;
    /** How far back is looked: as long as any policy or law counts. */
    static final int LOOK_BACK_DAYS = 92;

    private static final List<String> WRITTEN = Stream.of(
                    Activity.Kind.EMAIL, Activity.Kind.LETTER, Activity.Kind.TEXT_MESSAGE, Activity.Kind.PORTAL_NOTICE)
            .map(Activity.Kind::name)
            .toList();

    private final DSLContext sql;
    private final CustomerTraits traits;

    ContactFacts(DSLContext sql, CustomerTraits traits) {
        this.sql = sql;
        this.traits = traits;
    }

    /** Keeps others from contacting the customer until the transaction ends, so that of two messages the second counts the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(long customerId) {
        sql.execute(
                "select pg_advisory_xact_lock({0}, {1})",
                val(CUSTOMER_LOCKS), val(Math.toIntExact(customerId % Integer.MAX_VALUE)));
    }

    /** The customer, for a message to an address; where several share it, all of them must have asked not to be written to. */
    Party writtenTo(Message message, ContactPolicy policy, LocalDate today) {
        ContactView other = CONTACT_VIEW.as("other");
        Condition nobodyElse = notExists(selectOne()
                .from(other)
                .where(other.CUSTOMER_ID.eq(CONTACT_VIEW.CUSTOMER_ID))
                .and(hasAddressOf(other, message))
                .and(other.DO_NOT_CONTACT.isFalse()));
        return party(
                message.customer().value(),
                hasAddressOf(CONTACT_VIEW, message).and(nobodyElse),
                switch (message.envelope()) {
                    case Envelope.ByMail mail ->
                        atAddress(message.customer().value(), mail.to().address());
                    case Envelope.ByText text ->
                        atNumber(message.customer().value(), text.to().value());
                    case Envelope.ByPost _ -> Addressee.UNKNOWN;
                },
                policy,
                today);
    }

    private static Condition hasAddressOf(ContactView contact, Message message) {
        return switch (message.envelope()) {
            case Envelope.ByMail mail -> contact.EMAIL.equalIgnoreCase(mail.to().address());
            case Envelope.ByText text -> contact.MOBILE.eq(text.to().value());
            case Envelope.ByPost post -> contact.NAME.eq(post.to().contact());
        };
    }

    /** The customer alone, whoever there is written to. */
    Party customer(long customerId, ContactPolicy policy, LocalDate today) {
        return party(customerId, falseCondition(), Addressee.UNKNOWN, policy, today);
    }

    /** Where several people share an address, whoever of them has withdrawn their consent speaks for it. */
    private Addressee atAddress(long customerId, String address) {
        Condition theirs = CONTACT_VIEW.CUSTOMER_ID.eq(customerId).and(CONTACT_VIEW.EMAIL.equalIgnoreCase(address));
        Map<Person, List<Consent>> consents = consents(
                customerId,
                CONSENT_VIEW
                        .ADDRESS
                        .equalIgnoreCase(address)
                        .and(CONSENT_VIEW.MEDIUM.eq(Medium.E_MAIL.name()))
                        .or(CONSENT_VIEW.CONTACT_ID.in(select(CONTACT_VIEW.CONTACT_ID)
                                .from(CONTACT_VIEW)
                                .where(theirs))));
        boolean isEmployers = sql.fetchExists(CONTACT_VIEW, theirs.and(CONTACT_VIEW.EMPLOYER_EMAIL));
        Address whose = !isEmployers
                ? Address.OWN
                : hasWritten(customerId, address) ? Address.EMPLOYERS_AND_USED : Address.EMPLOYERS;
        return consents.entrySet().stream()
                .min(Comparator.comparing(entry -> entry.getValue().stream()
                        .filter(consent -> consent.medium() == Medium.E_MAIL)
                        .max(Comparator.comparing(Consent::on).thenComparingLong(Consent::number))
                        .filter(last -> last.word() == Consent.Word.WITHDRAWN)
                        .isEmpty()))
                .map(entry ->
                        new Addressee(entry.getKey().contact(), entry.getKey().name(), entry.getValue(), whose))
                .orElseGet(() -> new Addressee(null, "", List.of(), whose));
    }

    /** Whose last word speaks against text messages to a number, be it the number's or that of whoever has it; nobody where none does. */
    private Addressee atNumber(long customerId, String number) {
        return sql.selectFrom(TEXT_OPT_OUT_VIEW)
                .where(TEXT_OPT_OUT_VIEW.NUMBER.eq(number))
                .or(TEXT_OPT_OUT_VIEW.CONTACT_ID.in(select(CONTACT_VIEW.CONTACT_ID)
                        .from(CONTACT_VIEW)
                        .where(CONTACT_VIEW.CUSTOMER_ID.eq(customerId))
                        .and(CONTACT_VIEW.MOBILE.eq(number))))
                .orderBy(TEXT_OPT_OUT_VIEW.SAID_ON.desc(), TEXT_OPT_OUT_VIEW.CONSENT_ID.desc())
                .limit(1)
                .fetchOptional(row -> new Addressee(
                        row.getContactId(),
                        row.getPerson(),
                        List.of(new Consent(
                                row.getConsentId(),
                                Medium.TEXT_MESSAGE,
                                Consent.Word.WITHDRAWN,
                                row.getSaidOn(),
                                row.getHow())),
                        Address.OWN))
                .orElse(Addressee.UNKNOWN);
    }

    private boolean hasWritten(long customerId, String address) {
        return sql.fetchExists(
                ANSWER_VIEW,
                ANSWER_VIEW.CUSTOMER_ID.eq(customerId),
                ANSWER_VIEW.KIND.in(Answer.Kind.REPLY.name(), Answer.Kind.FROM_CONTACT.name()),
                ANSWER_VIEW.FROM_ADDRESS.equalIgnoreCase(address));
    }

    private record Person(long contact, String name) {}

    /** By person, in the order of their numbers. */
    private Map<Person, List<Consent>> consents(long customerId, Condition which) {
        return sql.selectFrom(CONSENT_VIEW)
                .where(CONSENT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(which)
                .orderBy(CONSENT_VIEW.CONTACT_ID, CONSENT_VIEW.CONSENT_ID)
                .fetchGroups(
                        row -> new Person(row.getContactId(), row.getPerson()),
                        row -> new Consent(
                                row.getConsentId(),
                                Medium.valueOf(row.getMedium()),
                                Consent.Word.valueOf(row.getWord()),
                                row.getSaidOn(),
                                row.getHow()));
    }

    private Party party(long customerId, Condition person, Addressee addressee, ContactPolicy policy, LocalDate today) {
        var customer = sql.select(
                        ACCOUNT_VIEW.COUNTRY, ACCOUNT_VIEW.TIME_ZONE, ACCOUNT_VIEW.SEGMENT, CUSTOMER_VIEW.STATE)
                .from(ACCOUNT_VIEW)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(customerId))
                .orderBy(ACCOUNT_VIEW.ACCOUNT_ID)
                .limit(1)
                .fetchSingle();
        String askedNot = sql.select(CONTACT_VIEW.NAME)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(CONTACT_VIEW.DO_NOT_CONTACT)
                .and(person)
                .orderBy(CONTACT_VIEW.CONTACT_ID)
                .limit(1)
                .fetchOne(CONTACT_VIEW.NAME);
        return new Party(
                customer.value1(),
                customer.value4(),
                Party.zoneNamed(customer.value2()).orElse(null),
                policy.traitOf(
                        traits.on(customerId, today)
                                .map(CustomerTraits.Noted::trait)
                                .orElse(null),
                        customer.value3()),
                blockOf(customerId, today),
                askedNot,
                addressee);
    }

    private @Nullable String blockOf(long customerId, LocalDate today) {
        return blocksOf(Set.of(customerId), today).get(customerId);
    }

    /** Why customers are not to be contacted, for those of them that are not; the latest order of each. */
    Map<Long, String> blocksOf(Collection<Long> customers, LocalDate today) {
        return sql.select(CONTACT_BLOCK.CUSTOMER_ID, CONTACT_BLOCK.REASON)
                .distinctOn(CONTACT_BLOCK.CUSTOMER_ID)
                .from(CONTACT_BLOCK)
                .where(CONTACT_BLOCK.CUSTOMER_ID.eq(any(customers.toArray(Long[]::new))))
                .and(CONTACT_BLOCK.SINCE.le(today))
                .and(CONTACT_BLOCK.UNTIL.isNull().or(CONTACT_BLOCK.UNTIL.ge(today)))
                .and(notExists(selectOne()
                        .from(CONTACT_BLOCK_LIFT)
                        .where(CONTACT_BLOCK_LIFT.CONTACT_BLOCK_ID.eq(CONTACT_BLOCK.ID))))
                .orderBy(CONTACT_BLOCK.CUSTOMER_ID, CONTACT_BLOCK.ID.desc())
                .fetchMap(CONTACT_BLOCK.CUSTOMER_ID, CONTACT_BLOCK.REASON);
    }

    /** Messages to the customer that have left or are leaving, without those that came back or the policy exempts; what was put into their portal, and letters of a former system, too. */
    List<PastContact> messages(Message before, Party party, ContactPolicy policy, LocalDate today) {
        long customerId = before.customer().value();
        List<PastContact> past = new ArrayList<>(sql.select(MESSAGE_VIEW.SENT_AT, MESSAGE_VIEW.SENDING_SINCE)
                .from(MESSAGE_VIEW)
                .where(MESSAGE_VIEW.CUSTOMER_ID.eq(customerId))
                .and(MESSAGE_VIEW.MESSAGE_ID.ne(before.id().value()))
                .and(MESSAGE_VIEW.STATE.in(MessageState.SENT.name(), MessageState.SENDING.name()))
                .and(MESSAGE_VIEW.CAME_BACK.isFalse())
                .and(MESSAGE_VIEW.TEMPLATE.notIn(policy.exemptTemplates()))
                .orderBy(MESSAGE_VIEW.MESSAGE_ID)
                .fetch(row -> new PastContact(
                        What.MESSAGE, party.dayOf(row.value1() == null ? row.value2() : row.value1()))));
        past.addAll(sql.selectDistinct(ACTIVITY_VIEW.BUSINESS_DATE)
                .from(ACTIVITY_VIEW)
                .where(ACTIVITY_VIEW.CUSTOMER_ID.eq(customerId))
                .and(ACTIVITY_VIEW.KIND.in(WRITTEN))
                .and(ACTIVITY_VIEW.DIRECTION.eq(Activity.Direction.OUT.name()))
                .and(ACTIVITY_VIEW.MESSAGE_ID.isNull())
                .and(ACTIVITY_VIEW.BUSINESS_DATE.ge(today.minusDays(LOOK_BACK_DAYS)))
                .orderBy(ACTIVITY_VIEW.BUSINESS_DATE)
                .fetch(row -> new PastContact(What.MESSAGE, row.value1())));
        return past;
    }
}
