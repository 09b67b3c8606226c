package org.quittance.collections.contact;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.correspondence.Tables.ANSWER_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.correspondence.Answer;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that have come in from the customers that the viewer works: those that nobody has read first. What is nobody's yet, those see
 * who see every customer.
 */
@Service
@Transactional(readOnly = true)
public class AnswerList {

    private final DSLContext sql;

    AnswerList(DSLContext sql) {
        this.sql = sql;
    }

    /** Which of them. */
    public enum Show {
        ALL("All"),
        TO_BE_READ("To be read"),
        CAME_BACK("Came back");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Those to be read first, of each the newest first. */
    public List<AnswerLine> lines(Viewer viewer, Show show, int from, int most) {
        return read(matching(show).and(visible(viewer)), from, most);
    }

    /** What a customer has written that nobody has read; whoever asks has seen to it that the viewer sees the customer. */
    public List<AnswerLine> toBeReadOf(long customer) {
        return read(ANSWER_VIEW.CUSTOMER_ID.eq(customer).and(ANSWER_VIEW.IS_TO_BE_READ), 0, Integer.MAX_VALUE);
    }

    private List<AnswerLine> read(Condition which, int from, int most) {
        return sql.select(ANSWER_VIEW.fields())
                .select(CUSTOMER_VIEW.NAME)
                .from(ANSWER_VIEW)
                .leftJoin(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ANSWER_VIEW.CUSTOMER_ID))
                .where(which)
                .orderBy(ANSWER_VIEW.IS_TO_BE_READ.desc(), ANSWER_VIEW.MAIL_ID.desc())
                .offset(from)
                .limit(most)
                .fetch(AnswerList::line);
    }

    private static Condition matching(Show show) {
        return switch (show) {
            case ALL -> noCondition();
            case TO_BE_READ -> ANSWER_VIEW.IS_TO_BE_READ.isTrue();
            case CAME_BACK -> ANSWER_VIEW.KIND.in(Answer.Kind.BOUNCED.name(), Answer.Kind.DELAYED.name());
        };
    }

    private static Condition visible(Viewer viewer) {
        Condition theirs = exists(selectOne()
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(ANSWER_VIEW.CUSTOMER_ID))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)));
        return theirs.or(viewer.seesEverything() ? ANSWER_VIEW.CUSTOMER_ID.isNull() : falseCondition());
    }

    private static AnswerLine line(Record row) {
        String customer = row.get(CUSTOMER_VIEW.NAME);
        return new AnswerLine(
                row.get(ANSWER_VIEW.MAIL_ID),
                Answer.Kind.valueOf(row.get(ANSWER_VIEW.KIND)),
                row.get(ANSWER_VIEW.FROM_ADDRESS),
                row.get(ANSWER_VIEW.FROM_NAME),
                row.get(ANSWER_VIEW.SUBJECT),
                row.get(ANSWER_VIEW.WORDS),
                row.get(ANSWER_VIEW.ANSWERED_ON),
                row.get(ANSWER_VIEW.AT),
                row.get(ANSWER_VIEW.ATTACHMENTS),
                row.get(ANSWER_VIEW.CUSTOMER_ID),
                customer == null ? "" : customer,
                row.get(ANSWER_VIEW.READ_BY),
                row.get(ANSWER_VIEW.READ_AT),
                row.get(ANSWER_VIEW.IS_TO_BE_READ));
    }
}
