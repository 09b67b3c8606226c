package org.quittance.collections.gate;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.collections.Tables.DIALLING;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;
import static org.quittance.db.correspondence.Tables.CONSENT_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.contact.CallResult.Reached;
import org.quittance.core.contact.Addressee;
import org.quittance.core.contact.Addressee.Address;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.Medium;
import org.quittance.core.contact.Party;
import org.quittance.core.contact.PastContact;
import org.quittance.core.contact.PastContact.What;
import org.quittance.core.ledger.Trait;
import org.quittance.correspondence.Activity;
import org.quittance.ledger.CustomerTraits;
import org.springframework.stereotype.Component;

/** Loads what the gate must know of customers whom somebody wants to call: of one or of many, in the same number of statements. */
@Component
class CallFacts {

    /** How calls end that are no conversation; whatever else a former system noted counts as one. */
    private static final Set<String> NOBODY_REACHED = Arrays.stream(CallResult.values())
            .filter(result -> result.reached() == Reached.NOBODY)
            .map(CallResult::label)
            .collect(Collectors.toUnmodifiableSet());

    private final DSLContext sql;
    private final ContactFacts facts;
    private final CustomerTraits traits;

    CallFacts(DSLContext sql, ContactFacts facts, CustomerTraits traits) {
        this.sql = sql;
        this.facts = facts;
        this.traits = traits;
    }

    /** Where a customer is, as the ledger says. */
    private record Place(String country, String state, String zone, String segment) {}

    /** A contact person with a telephone number, and what they have said about being contacted. */
    private record Person(long contact, String name, boolean hasAskedNot, List<Consent> consents) {}

    /**
     * What is known of one customer.
     *
     * @param noted what the customer is by law, where somebody has noted it
     * @param block why it is not to be contacted at all; null where it may be
     * @param people by number, those who have a telephone number
     * @param calls to and from it, as they were noted, and those that were dialled and not noted
     */
    record Known(
            Place place,
            @Nullable Trait noted,
            @Nullable String block,
            Map<Long, Person> people,
            List<PastContact> calls) {

        /** The customer, for a call to one of its contact persons. */
        Party called(long contact, ContactPolicy policy) {
            Person person = Objects.requireNonNull(people.get(contact));
            return new Party(
                    place.country(),
                    place.state(),
                    Party.zoneNamed(place.zone()).orElse(null),
                    policy.traitOf(noted, place.segment()),
                    block,
                    person.hasAskedNot() ? person.name() : null,
                    new Addressee(contact, person.name(), person.consents(), Address.OWN));
        }
    }

    /** Of one customer. */
    Known of(long customer, LocalDate today) {
        return Objects.requireNonNull(of(Set.of(customer), today).get(customer));
    }

    /** Of each of the customers. */
    Map<Long, Known> of(Collection<Long> customers, LocalDate today) {
        Long[] ids = customers.toArray(Long[]::new);
        Map<Long, Place> places = places(ids);
        Map<Long, Trait> noted = traits.on(customers, today);
        Map<Long, String> blocks = facts.blocksOf(customers, today);
        Map<Long, Map<Long, Person>> people = people(ids);
        Map<Long, List<PastContact>> logged = logged(ids, today);
        Map<Long, List<PastContact>> dialledOnly = dialledOnly(ids, today);
        Map<Long, Known> known = new LinkedHashMap<>();
        for (Long customer : ids) {
            List<PastContact> calls = new ArrayList<>(logged.getOrDefault(customer, List.of()));
            calls.addAll(dialledOnly.getOrDefault(customer, List.of()));
            known.put(
                    customer,
                    new Known(
                            Objects.requireNonNull(places.get(customer)),
                            noted.get(customer),
                            blocks.get(customer),
                            people.getOrDefault(customer, Map.of()),
                            calls));
        }
        return known;
    }

    private Map<Long, Place> places(Long[] customers) {
        return sql.select(
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.COUNTRY,
                        CUSTOMER_VIEW.STATE,
                        ACCOUNT_VIEW.TIME_ZONE,
                        ACCOUNT_VIEW.SEGMENT)
                .distinctOn(ACCOUNT_VIEW.CUSTOMER_ID)
                .from(ACCOUNT_VIEW)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(any(customers)))
                .orderBy(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.ACCOUNT_ID)
                .fetchMap(
                        row -> row.value1(), row -> new Place(row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private Map<Long, Map<Long, Person>> people(Long[] customers) {
        Map<Long, List<Consent>> consents = sql.selectFrom(CONSENT_VIEW)
                .where(CONSENT_VIEW.CUSTOMER_ID.eq(any(customers)))
                .and(CONSENT_VIEW.CONTACT_ID.isNotNull())
                .orderBy(CONSENT_VIEW.CONSENT_ID)
                .fetchGroups(
                        CONSENT_VIEW.CONTACT_ID,
                        row -> new Consent(
                                row.getConsentId(),
                                Medium.valueOf(row.getMedium()),
                                Consent.Word.valueOf(row.getWord()),
                                row.getSaidOn(),
                                row.getHow()));
        Map<Long, Map<Long, Person>> people = new LinkedHashMap<>();
        sql.select(CONTACT_VIEW.CUSTOMER_ID, CONTACT_VIEW.CONTACT_ID, CONTACT_VIEW.NAME, CONTACT_VIEW.DO_NOT_CONTACT)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(any(customers)))
                .and(CONTACT_VIEW.PHONE.ne(""))
                .orderBy(CONTACT_VIEW.CUSTOMER_ID, CONTACT_VIEW.CONTACT_ID)
                .forEach(row -> people.computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>())
                        .put(
                                row.value2(),
                                new Person(
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        consents.getOrDefault(row.value2(), List.of()))));
        return people;
    }

    private Map<Long, List<PastContact>> logged(Long[] customers, LocalDate today) {
        return sql.select(
                        ACTIVITY_VIEW.CUSTOMER_ID,
                        ACTIVITY_VIEW.DIRECTION,
                        ACTIVITY_VIEW.OUTCOME,
                        ACTIVITY_VIEW.BUSINESS_DATE,
                        ACTIVITY_VIEW.ACCOUNT_IDS,
                        ACTIVITY_VIEW.CONTACT_ID)
                .from(ACTIVITY_VIEW)
                .where(ACTIVITY_VIEW.CUSTOMER_ID.eq(any(customers)))
                .and(ACTIVITY_VIEW.KIND.eq(Activity.Kind.CALL.name()))
                .and(ACTIVITY_VIEW.BUSINESS_DATE.ge(today.minusDays(ContactFacts.LOOK_BACK_DAYS)))
                .orderBy(ACTIVITY_VIEW.ACTIVITY_ID)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new PastContact(
                                what(row.value2(), row.value3()), row.value4(), Set.of(row.value5()), row.value6()));
    }

    /** Whoever dials and notes the call afterwards has called once: of each person's day the larger number counts. */
    private Map<Long, List<PastContact>> dialledOnly(Long[] customers, LocalDate today) {
        Field<Integer> noted = field(select(count())
                .from(ACTIVITY_VIEW)
                .where(ACTIVITY_VIEW.CUSTOMER_ID.eq(DIALLING.CUSTOMER_ID))
                .and(ACTIVITY_VIEW.KIND.eq(Activity.Kind.CALL.name()))
                .and(ACTIVITY_VIEW.DIRECTION.eq(Activity.Direction.OUT.name()))
                .and(ACTIVITY_VIEW.BUSINESS_DATE.eq(DIALLING.BUSINESS_DATE))
                .and(ACTIVITY_VIEW.ACTOR.eq(DIALLING.ACTOR)));
        Map<Long, List<PastContact>> dialled = new LinkedHashMap<>();
        sql.select(DIALLING.CUSTOMER_ID, DIALLING.BUSINESS_DATE, count().minus(noted))
                .from(DIALLING)
                .where(DIALLING.CUSTOMER_ID.eq(any(customers)))
                .and(DIALLING.ANSWER.eq("GO"))
                .and(DIALLING.BUSINESS_DATE.ge(today.minusDays(ContactFacts.LOOK_BACK_DAYS)))
                .groupBy(DIALLING.CUSTOMER_ID, DIALLING.BUSINESS_DATE, DIALLING.ACTOR)
                .orderBy(DIALLING.CUSTOMER_ID, DIALLING.BUSINESS_DATE, DIALLING.ACTOR)
                .forEach(row -> dialled.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .addAll(Collections.nCopies(
                                Math.max(0, row.value3()), new PastContact(What.CALL, row.value2()))));
        return dialled;
    }

    private static What what(String direction, String outcome) {
        if (direction.equals(Activity.Direction.IN.name())) {
            return What.CALLED_US;
        }
        return NOBODY_REACHED.contains(outcome) ? What.CALL : What.CONVERSATION;
    }
}
