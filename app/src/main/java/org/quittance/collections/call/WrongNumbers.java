package org.quittance.collections.call;

import static org.quittance.db.collections.Tables.CALL_NOTED;
import static org.quittance.db.collections.Tables.DIALLING;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.collections.contact.CallResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telephone numbers under which somebody else has answered, as calls tell that were dialled here. A number that is corrected is another number; a later
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

    /** Those of a customer, by the number as it was dialled. */
    @Transactional(readOnly = true)
    public Map<String, Found> of(long customer) {
        return sql
                .select(DIALLING.NUMBER, ACTIVITY_VIEW.OUTCOME, ACTIVITY_VIEW.BUSINESS_DATE, ACTIVITY_VIEW.ACTOR)
                .distinctOn(DIALLING.NUMBER)
                .from(CALL_NOTED)
                .join(DIALLING)
                .on(DIALLING.ID.eq(CALL_NOTED.DIALLING_ID))
                .join(ACTIVITY_VIEW)
                .on(ACTIVITY_VIEW.ACTIVITY_ID.eq(CALL_NOTED.ACTIVITY_ID))
                .where(CALL_NOTED.CUSTOMER_ID.eq(customer))
                .and(ACTIVITY_VIEW.OUTCOME.notIn(CallResult.NO_ANSWER.label(), CallResult.LEFT_MESSAGE.label()))
                .orderBy(DIALLING.NUMBER, CALL_NOTED.NOTED_AT.desc())
                .stream()
                .filter(row -> row.value2().equals(CallResult.WRONG_NUMBER.label()))
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.value1(), row -> new Found(row.value3(), row.value4())));
    }
}
