package org.quittance.collections.contact;

import static org.jooq.impl.DSL.min;
import static org.quittance.db.correspondence.Tables.UNREAD_ANSWER_VIEW;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.core.collections.Sentences;
import org.springframework.stereotype.Component;

/** Which customers have written something that nobody has read: until somebody has, nothing goes out to them by itself. */
@Component
public class UnreadAnswerList {

    private final DSLContext sql;

    UnreadAnswerList(DSLContext sql) {
        this.sql = sql;
    }

    /** The day of the first such answer of a customer. */
    public Optional<LocalDate> since(long customer) {
        return sql.select(min(UNREAD_ANSWER_VIEW.ANSWERED_ON))
                .from(UNREAD_ANSWER_VIEW)
                .where(UNREAD_ANSWER_VIEW.CUSTOMER_ID.eq(customer))
                .fetchOptional(row -> row.value1());
    }

    /** What a person is told. */
    public static String sentence(LocalDate answeredOn) {
        return "They have answered on %s: read it".formatted(Sentences.day(answeredOn));
    }
}
