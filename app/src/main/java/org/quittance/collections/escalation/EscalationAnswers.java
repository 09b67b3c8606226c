package org.quittance.collections.escalation;

import static org.quittance.db.collections.Tables.ESCALATION_NOW;

import org.jooq.DSLContext;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.identity.Viewer;
import org.quittance.respondents.AnswerLinks;
import org.quittance.respondents.LinkedQuestion;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.Questions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answer to a question that came by a link. */
@Service
public class EscalationAnswers {

    private final DSLContext sql;
    private final Escalations escalations;
    private final AnswerLinks links;

    EscalationAnswers(DSLContext sql, Escalations escalations, AnswerLinks links) {
        this.sql = sql;
        this.escalations = escalations;
        this.links = links;
    }

    /**
     * Keeps the answer, and decides about the account again.
     *
     * <p>Whether the question is still open is asked while its escalation is held: so nobody answers what was given to somebody else, or
     * answered, a moment before. It answers questions alone: what is recommended it cannot approve.
     */
    @Transactional
    public EscalationOutcome answer(LinkedQuestion question, String words) {
        if (question.kind() != QuestionKind.ESCALATION) {
            return new EscalationOutcome.NotFound();
        }
        sql.select(ESCALATION_NOW.STATE)
                .from(ESCALATION_NOW)
                .where(ESCALATION_NOW.ESCALATION_ID.eq(question.matterId()))
                .forUpdate()
                .execute();
        return links.isOpen(question.questionId())
                ? escalations.act(
                        question.matterId(), Deed.ANSWER, question.saidBy(), words, Viewer.system(Questions.ACTOR))
                : new EscalationOutcome.NotFound();
    }
}
