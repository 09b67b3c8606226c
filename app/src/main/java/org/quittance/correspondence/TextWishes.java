package org.quittance.correspondence;

import static org.jooq.impl.DSL.select;
import static org.quittance.db.correspondence.Tables.TEXT_OPT_OUT_VIEW;
import static org.quittance.db.correspondence.Tables.TEXT_WISH;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.CustomerId;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants text messages and who does not. A reply STOP is the wish of a number, wherever else it is entered; what somebody says on the telephone
 * is the wish of a person, whichever number they have next. Of each the latest holds.
 */
@Service
public class TextWishes {

    private final DSLContext sql;
    private final AuditTrail audit;
    private final BusinessClock clock;

    TextWishes(DSLContext sql, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is wished. */
    public enum Wish {
        WANTED,
        NONE
    }

    /** That no text messages are wanted, in whose words and by whom noted. */
    public record OptOut(String words, String actor, Instant at) {}

    /** Notes a number's wish. */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(PhoneNumber number, Wish wish, String words, String actor) {
        insert(number.value(), null, wish, words, actor);
    }

    /** Notes a person's wish; that they want them again holds for the number too that they have now. */
    @Transactional
    public void note(long contactId, Wish wish, String words, String actor) {
        insert(null, contactId, wish, words, actor);
        if (wish == Wish.WANTED) {
            mobile(contactId).ifPresent(number -> insert(number, null, wish, words, actor));
        }
        audit.record(
                actor,
                wish == Wish.WANTED ? "contact.wants-text-messages" : "contact.wants-no-text-messages",
                "contact",
                contactId,
                words);
    }

    private Optional<String> mobile(long contactId) {
        return sql.select(CONTACT_VIEW.MOBILE)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CONTACT_ID.eq(contactId))
                .and(CONTACT_VIEW.MOBILE.ne(""))
                .fetchOptional(CONTACT_VIEW.MOBILE);
    }

    private void insert(@Nullable String number, @Nullable Long contactId, Wish wish, String words, String actor) {
        sql.insertInto(TEXT_WISH)
                .set(TEXT_WISH.NUMBER, number)
                .set(TEXT_WISH.CONTACT_ID, contactId)
                .set(TEXT_WISH.WANTED, wish == Wish.WANTED)
                .set(TEXT_WISH.WORDS, words)
                .set(TEXT_WISH.ACTOR, actor)
                .set(TEXT_WISH.AT, clock.now())
                .execute();
    }

    /** Whether a contact wants none, by their own word or by a reply from the number that they have now. */
    @Transactional(readOnly = true)
    public Optional<OptOut> ofContact(long contactId) {
        return first(TEXT_OPT_OUT_VIEW
                .CONTACT_ID
                .eq(contactId)
                .or(TEXT_OPT_OUT_VIEW.NUMBER.in(
                        select(CONTACT_VIEW.MOBILE).from(CONTACT_VIEW).where(CONTACT_VIEW.CONTACT_ID.eq(contactId)))));
    }

    /** Whether none may go to a number of a customer, because of the number or of a contact who has it. */
    Optional<OptOut> ofNumber(CustomerId customer, PhoneNumber number) {
        return first(TEXT_OPT_OUT_VIEW
                .NUMBER
                .eq(number.value())
                .or(TEXT_OPT_OUT_VIEW.CONTACT_ID.in(select(CONTACT_VIEW.CONTACT_ID)
                        .from(CONTACT_VIEW)
                        .where(CONTACT_VIEW.CUSTOMER_ID.eq(customer.value()))
                        .and(CONTACT_VIEW.MOBILE.eq(number.value())))));
    }

    private Optional<OptOut> first(Condition whose) {
        return sql.select(TEXT_OPT_OUT_VIEW.WORDS, TEXT_OPT_OUT_VIEW.ACTOR, TEXT_OPT_OUT_VIEW.AT)
                .from(TEXT_OPT_OUT_VIEW)
                .where(whose)
                .orderBy(TEXT_OPT_OUT_VIEW.AT.desc(), TEXT_OPT_OUT_VIEW.NUMBER, TEXT_OPT_OUT_VIEW.CONTACT_ID)
                .limit(1)
                .fetchOptional(row -> new OptOut(row.value1(), row.value2(), row.value3()));
    }
}
