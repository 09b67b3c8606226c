package org.quittance.collections.call;

import static org.quittance.db.collections.Tables.CALL_NOTED;
import static org.quittance.db.collections.Tables.DIALLING;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.CallResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telephone numbers under which somebody else has answered, as calls tell. A number that is corrected is another number; a later
 * call under it that somebody has answered makes it right again.
 */
@Service
public class WrongNumbers {

    private final DSLContext sql;

    WrongNumbers(DSLContext sql) {
        this.sql = sql;
    }

    /** When a number was found to be wrong, and by whom. */
    public record Found(LocalDate on, String by) {}

    /** Which number a call went to: what was dialled here, else that of the person who was called. */
    Optional<String> called(@Nullable Long dialling, @Nullable Long contact) {
        Optional<String> dialled = dialling == null
                ? Optional.empty()
                : sql.select(DIALLING.NUMBER)
                        .from(DIALLING)
                        .where(DIALLING.ID.eq(dialling))
                        .fetchOptional(DIALLING.NUMBER);
        return dialled.or(() -> contact == null
                ? Optional.empty()
                : sql.select(CONTACT_VIEW.PHONE)
                        .from(CONTACT_VIEW)
                        .where(CONTACT_VIEW.CONTACT_ID.eq(contact))
                        .and(CONTACT_VIEW.PHONE.ne(""))
                        .fetchOptional(CONTACT_VIEW.PHONE));
    }

    /** Those of a customer, by the number as it was called: the latest call that tells anything of a number counts. */
    @Transactional(readOnly = true)
    public Map<String, Found> of(long customer) {
        // Of a call that was not dialled here the number stands in its words, for the person may have another by now.
        Field<String> named = DSL.when(
                ACTIVITY_VIEW
                        .OUTCOME
                        .ne(CallResult.WRONG_NUMBER.label())
                        .or(DSL.position(ACTIVITY_VIEW.BODY, CONTACT_VIEW.PHONE).gt(0)),
                CONTACT_VIEW.PHONE);
        Field<String> number = DSL.coalesce(DIALLING.NUMBER, named).as("number");
        return sql
                .select(number, ACTIVITY_VIEW.OUTCOME, ACTIVITY_VIEW.BUSINESS_DATE, ACTIVITY_VIEW.ACTOR)
                .distinctOn(number)
                .from(CALL_NOTED)
                .leftJoin(DIALLING)
                .on(DIALLING.ID.eq(CALL_NOTED.DIALLING_ID))
                .join(ACTIVITY_VIEW)
                .on(ACTIVITY_VIEW.ACTIVITY_ID.eq(CALL_NOTED.ACTIVITY_ID))
                .leftJoin(CONTACT_VIEW)
                .on(CONTACT_VIEW.CONTACT_ID.eq(ACTIVITY_VIEW.CONTACT_ID))
                .and(CONTACT_VIEW.PHONE.ne(""))
                .where(CALL_NOTED.CUSTOMER_ID.eq(customer))
                .and(ACTIVITY_VIEW.OUTCOME.notIn(CallResult.NO_ANSWER.label(), CallResult.LEFT_MESSAGE.label()))
                .orderBy(number, CALL_NOTED.NOTED_AT.desc())
                .stream()
                .filter(row -> row.value1() != null && row.value2().equals(CallResult.WRONG_NUMBER.label()))
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.value1(), row -> new Found(row.value3(), row.value4())));
    }
}
