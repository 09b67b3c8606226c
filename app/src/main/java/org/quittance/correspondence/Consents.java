package org.quittance.correspondence;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.correspondence.Tables.CONSENT;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.collections.Sentences;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.Medium;
import org.quittance.core.ledger.CustomerId;
import org.quittance.db.correspondence.tables.records.ConsentRecord;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people at customers have said about being called and written to: given and withdrawn, on which day, how, and noted by whom. The last
 * word counts; none is ever changed. Of a contact who was removed it stays. A reply STOP to a text message is such a word too: of its number,
 * wherever else that is entered, and of the person, whichever number they have next.
 */
@Service
public class Consents {

    private final DSLContext sql;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Consents(DSLContext sql, Timeline timeline, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Something that a person has said.
     *
     * @param on the day on which they said it
     * @param how on the telephone, in the order form, by letter
     * @param mail the mail in which it stands; null where it was said otherwise
     */
    public record Draft(
            CustomerId customer,
            long contact,
            Medium medium,
            Consent.Word word,
            LocalDate on,
            String how,
            @Nullable Long mail) {}

    /**
     * As it is kept.
     *
     * @param contact null where it came from a number that belonged to no contact
     */
    public record Noted(
            @Nullable Long contact, String person, String address, Consent consent, String actor, Instant at) {

        /** Whether it is a contact's own word, or one about text messages from the number that they have now. */
        public boolean concerns(long id, String mobile) {
            return (contact != null && contact == id)
                    || (consent.medium() == Medium.TEXT_MESSAGE && !mobile.isEmpty() && mobile.equals(address));
        }
    }

    /** What became of noting it, each refusal with a sentence. */
    public enum Outcome {
        DONE(""),
        NO_SUCH_CONTACT("The customer has no such contact any more. Open the customer again."),
        NEEDS_HOW("Say how it was said: on the telephone, by letter, in the order form."),
        NOT_YET("What somebody has said, they have said today at the latest.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    @Transactional
    public Outcome note(Draft draft, String actor) {
        if (draft.how().isBlank()) {
            return Outcome.NEEDS_HOW;
        }
        if (draft.on().isAfter(clock.today())) {
            return Outcome.NOT_YET;
        }
        return sql.select(CONTACT_VIEW.NAME, CONTACT_VIEW.EMAIL, CONTACT_VIEW.PHONE, CONTACT_VIEW.MOBILE)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CONTACT_ID.eq(draft.contact()))
                .and(CONTACT_VIEW.CUSTOMER_ID.eq(draft.customer().value()))
                .fetchOptional()
                .map(contact -> {
                    keep(
                            draft,
                            contact.value1(),
                            switch (draft.medium()) {
                                case E_MAIL -> contact.value2();
                                case CALL -> contact.value3();
                                case TEXT_MESSAGE -> contact.value4();
                            },
                            actor);
                    return Outcome.DONE;
                })
                .orElse(Outcome.NO_SUCH_CONTACT);
    }

    private void keep(Draft draft, String person, String address, String actor) {
        ConsentRecord row = row(draft.customer(), person, draft.medium(), draft.word(), actor);
        row.setContactId(draft.contact());
        row.setAddress(address.strip());
        row.setSaidOn(draft.on());
        row.setHow(draft.how().strip());
        row.setMailId(draft.mail());
        row.insert();
        String what = what(draft.medium(), draft.word());
        timeline.log(new Activity(
                draft.customer(),
                Set.of(),
                Activity.Kind.NOTE,
                Activity.Direction.IN,
                clock.today(),
                actor,
                draft.contact(),
                what,
                "%s, said on %s: %s"
                        .formatted(
                                person, Sentences.day(draft.on()), draft.how().strip()),
                null));
        audit.record(actor, "consent.noted", "customer", draft.customer().value(), person + ": " + what);
    }

    private ConsentRecord row(CustomerId customer, String person, Medium medium, Consent.Word word, String actor) {
        ConsentRecord row = sql.newRecord(CONSENT);
        row.setCustomerId(customer.value());
        row.setPerson(person);
        row.setMedium(medium.name());
        row.setWord(word.name());
        row.setActor(actor);
        row.setAt(clock.now());
        return row;
    }

    private static String what(Medium medium, Consent.Word word) {
        return "Consent to %s %s"
                .formatted(medium.label().toLowerCase(Locale.ROOT), word.label().toLowerCase(Locale.ROOT));
    }

    /**
     * Notes that somebody has answered a text message with STOP: the contact who has its number, by the name of the message where several
     * have it. What the message tells of it stands on the timeline already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void noteStop(Message message, Envelope.ByText text, Stop stop, String actor) {
        Optional<Record2<Long, String>> contact = sql.select(CONTACT_VIEW.CONTACT_ID, CONTACT_VIEW.NAME)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(message.customer().value()))
                .and(CONTACT_VIEW.MOBILE.eq(text.to().value()))
                .orderBy(field(CONTACT_VIEW.NAME.eq(text.toName())).desc(), CONTACT_VIEW.CONTACT_ID)
                .limit(1)
                .fetchOptional();
        String nobody = text.toName().isBlank() ? text.to().value() : text.toName();
        String person = contact.map(Record2::value2).orElse(nobody);
        ConsentRecord row = row(message.customer(), person, Medium.TEXT_MESSAGE, Consent.Word.WITHDRAWN, actor);
        row.setContactId(contact.map(Record2::value1).orElse(null));
        row.setAddress(text.to().value());
        row.setSaidOn(stop.on().isAfter(clock.today()) ? clock.today() : stop.on());
        row.setHow("They have replied so to a text message");
        row.setReceiptId(stop.receipt());
        row.insert();
        audit.record(
                actor,
                "consent.noted",
                "customer",
                message.customer().value(),
                person + ": " + what(Medium.TEXT_MESSAGE, Consent.Word.WITHDRAWN));
    }

    /** A reply STOP, by the receipt that tells of it, on the day on which it came. */
    record Stop(long receipt, LocalDate on) {}

    /** All that was said at a customer, and about text messages from a number of one of its contacts, the last first. */
    @Transactional(readOnly = true)
    public List<Noted> of(CustomerId customer) {
        return sql.selectFrom(CONSENT)
                .where(CONSENT.CUSTOMER_ID.eq(customer.value()))
                .or(CONSENT.MEDIUM
                        .eq(Medium.TEXT_MESSAGE.name())
                        .and(CONSENT.ADDRESS.in(select(CONTACT_VIEW.MOBILE)
                                .from(CONTACT_VIEW)
                                .where(CONTACT_VIEW.CUSTOMER_ID.eq(customer.value()))
                                .and(CONTACT_VIEW.MOBILE.ne("")))))
                .orderBy(CONSENT.SAID_ON.desc(), CONSENT.ID.desc())
                .fetch(Consents::noted);
    }

    /** The contact of a customer who has an address; of several the first. */
    @Transactional(readOnly = true)
    public Optional<Long> contactAt(CustomerId customer, String address) {
        return sql.select(CONTACT_VIEW.CONTACT_ID)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(customer.value()))
                .and(CONTACT_VIEW.EMAIL.equalIgnoreCase(address))
                .and(CONTACT_VIEW.EMAIL.ne(""))
                .orderBy(CONTACT_VIEW.CONTACT_ID)
                .limit(1)
                .fetchOptional(CONTACT_VIEW.CONTACT_ID);
    }

    private static Noted noted(ConsentRecord row) {
        return new Noted(
                row.getContactId(),
                row.getPerson(),
                row.getAddress(),
                new Consent(
                        row.getId(),
                        Medium.valueOf(row.getMedium()),
                        Consent.Word.valueOf(row.getWord()),
                        row.getSaidOn(),
                        row.getHow()),
                row.getActor(),
                row.getAt());
    }
}
