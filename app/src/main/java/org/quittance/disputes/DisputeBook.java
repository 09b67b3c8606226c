package org.quittance.disputes;

import static org.quittance.db.disputes.Tables.DISPUTE;
import static org.quittance.db.disputes.Tables.DISPUTED_VIEW;
import static org.quittance.db.disputes.Tables.DISPUTE_EVENT;
import static org.quittance.db.disputes.Tables.DISPUTE_NOW;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.dispute.Dispute;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.respondents.QuestionEnd;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.Questions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes disputes and what becomes of them, with their projection in the same transaction. */
@Component
class DisputeBook {

    private final DSLContext sql;
    private final ObjectProvider<Questions> questions;

    DisputeBook(DSLContext sql, ObjectProvider<Questions> questions) {
        this.sql = sql;
        this.questions = questions;
    }

    /** What was said. */
    record Said(
            long itemId,
            long accountId,
            long amountMinor,
            DisputeReason reason,
            String words,
            @Nullable Long deductionId) {}

    /** Who finds out, by when; nobody yet where there is no owner. */
    record Assigned(@Nullable DisputeOwner owner, LocalDate answerBy) {}

    /** What somebody does. */
    record Deed(long id, String words, LocalDate on, String actor) {}

    /**
     * What is found out, or ends a dispute without.
     *
     * @param notOwedMinor stays left out; null where nobody has answered
     * @param saidBy who said it, where that is not the actor; empty else
     */
    record Ending(End end, Dispute.State state, @Nullable Long notOwedMinor, String saidBy) {}

    /** How a dispute ends. */
    enum End {
        ANSWER,
        WITHDRAW,
        SETTLE
    }

    long open(Said said, Assigned assigned, LocalDate on, String actor) {
        long id = sql.insertInto(DISPUTE)
                .set(DISPUTE.ITEM_ID, said.itemId())
                .set(DISPUTE.ACCOUNT_ID, said.accountId())
                .set(DISPUTE.AMOUNT_MINOR, said.amountMinor())
                .set(DISPUTE.REASON, said.reason())
                .set(DISPUTE.WORDS, said.words())
                .set(DISPUTE.DEDUCTION_ID, said.deductionId())
                .set(DISPUTE.OPENED_ON, on)
                .set(DISPUTE.ACTOR, actor)
                .returningResult(DISPUTE.ID)
                .fetchSingle()
                .value1();
        sql.insertInto(DISPUTE_NOW)
                .set(DISPUTE_NOW.DISPUTE_ID, id)
                .set(DISPUTE_NOW.ITEM_ID, said.itemId())
                .set(DISPUTE_NOW.ACCOUNT_ID, said.accountId())
                .set(DISPUTE_NOW.STATE, Dispute.State.OPEN)
                .set(DISPUTE_NOW.OWNER_LOGIN, DisputeOwner.login(assigned.owner()))
                .set(DISPUTE_NOW.OWNER_NAME, DisputeOwner.name(assigned.owner()))
                .set(DISPUTE_NOW.OWNER_EMAIL, DisputeOwner.email(assigned.owner()))
                .set(DISPUTE_NOW.ANSWER_BY, assigned.answerBy())
                .set(DISPUTE_NOW.LEFT_OUT_MINOR, said.amountMinor())
                .execute();
        return id;
    }

    void handOver(Deed deed, DisputeOwner owner) {
        sql.insertInto(DISPUTE_EVENT)
                .set(DISPUTE_EVENT.DISPUTE_ID, deed.id())
                .set(DISPUTE_EVENT.DEED, "HAND_OVER")
                .set(DISPUTE_EVENT.OWNER_LOGIN, DisputeOwner.login(owner))
                .set(DISPUTE_EVENT.OWNER_NAME, DisputeOwner.name(owner))
                .set(DISPUTE_EVENT.OWNER_EMAIL, DisputeOwner.email(owner))
                .set(DISPUTE_EVENT.WORDS, deed.words())
                .set(DISPUTE_EVENT.DONE_ON, deed.on())
                .set(DISPUTE_EVENT.ACTOR, deed.actor())
                .execute();
        sql.update(DISPUTE_NOW)
                .set(DISPUTE_NOW.OWNER_LOGIN, DisputeOwner.login(owner))
                .set(DISPUTE_NOW.OWNER_NAME, DisputeOwner.name(owner))
                .set(DISPUTE_NOW.OWNER_EMAIL, DisputeOwner.email(owner))
                .where(DISPUTE_NOW.DISPUTE_ID.eq(deed.id()))
                .execute();
    }

    /** Ends it, and with it what was asked about it by mail. */
    void end(Deed deed, Ending ending) {
        Long notOwedMinor = ending.notOwedMinor();
        sql.insertInto(DISPUTE_EVENT)
                .set(DISPUTE_EVENT.DISPUTE_ID, deed.id())
                .set(DISPUTE_EVENT.DEED, ending.end().name())
                .set(DISPUTE_EVENT.NOT_OWED_MINOR, notOwedMinor)
                .set(DISPUTE_EVENT.WORDS, deed.words())
                .set(DISPUTE_EVENT.SAID_BY, ending.saidBy())
                .set(DISPUTE_EVENT.DONE_ON, deed.on())
                .set(DISPUTE_EVENT.ACTOR, deed.actor())
                .execute();
        sql.update(DISPUTE_NOW)
                .set(DISPUTE_NOW.STATE, ending.state())
                .set(DISPUTE_NOW.LEFT_OUT_MINOR, notOwedMinor == null ? 0L : notOwedMinor)
                .set(DISPUTE_NOW.ENDED_ON, deed.on())
                .where(DISPUTE_NOW.DISPUTE_ID.eq(deed.id()))
                .execute();
        questions.getObject().end(QuestionKind.DISPUTE, deed.id(), QuestionEnd.OVER, deed.actor());
    }

    /** What of an item is left out already. */
    long leftOutMinor(long itemId) {
        return sql.select(DISPUTED_VIEW.DISPUTED_MINOR)
                .from(DISPUTED_VIEW)
                .where(DISPUTED_VIEW.ITEM_ID.eq(itemId))
                .fetchOptional(DISPUTED_VIEW.DISPUTED_MINOR)
                .orElse(0L);
    }
}
