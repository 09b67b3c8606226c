package org.quittance.disputes;

import static org.quittance.db.disputes.Tables.DISPUTE_NOW;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.respondents.AnswerLinks;
import org.quittance.respondents.LinkedQuestion;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.Questions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a respondent has found out about a dispute and sends by a link. */
@Service
public class DisputeAnswers {

    private final DSLContext sql;
    private final Disputes disputes;
    private final EvidenceBook evidence;
    private final AnswerLinks links;

    DisputeAnswers(DSLContext sql, Disputes disputes, EvidenceBook evidence, AnswerLinks links) {
        this.sql = sql;
        this.disputes = disputes;
        this.evidence = evidence;
        this.links = links;
    }

    /**
     * An answer.
     *
     * @param file what proves it; null where nothing was handed in
     */
    public record Found(Money notOwed, String finding, EvidenceBook.@Nullable File file) {}

    /** Keeps the answer and its evidence, both or neither. Whether the question is still open is asked while its dispute is held. */
    @Transactional
    public DisputeOutcome answer(LinkedQuestion question, Found found) {
        if (question.kind() != QuestionKind.DISPUTE) {
            return new DisputeOutcome.NotFound();
        }
        sql.select(DISPUTE_NOW.STATE)
                .from(DISPUTE_NOW)
                .where(DISPUTE_NOW.DISPUTE_ID.eq(question.matterId()))
                .forUpdate()
                .execute();
        if (!links.isOpen(question.questionId())) {
            return new DisputeOutcome.NotFound();
        }
        DisputeOutcome outcome = disputes.answer(
                question.matterId(),
                new Disputes.Finding(found.notOwed(), found.finding(), question.saidBy()),
                Viewer.system(Questions.ACTOR));
        EvidenceBook.File file = found.file();
        if (outcome instanceof DisputeOutcome.Done && file != null) {
            evidence.keep(question.matterId(), file, question.saidBy(), Questions.ACTOR);
        }
        return outcome;
    }
}
