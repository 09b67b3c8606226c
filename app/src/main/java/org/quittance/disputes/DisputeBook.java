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
import org.springframework.stereotype.Component;

/** Writes disputes and what becomes of them, with their projection in the same transaction. */
@Component
class DisputeBook {

    private final DSLContext sql;

    DisputeBook(DSLContext sql) {
        this.sql = sql;
    }

    /** What was said. */
    record Said(
            long itemId,
            long accountId,
            long amountMinor,
            DisputeReason reason,
            String words,
            @Nullable Long deductionId) {}

    /** Who finds out, by when. */
    record Assigned(@Nullable String owner, LocalDate answerBy) {}

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
                .set(DISPUTE_NOW.OWNER_LOGIN, assigned.owner())
                .set(DISPUTE_NOW.ANSWER_BY, assigned.answerBy())
                .set(DISPUTE_NOW.LEFT_OUT_MINOR, said.amountMinor())
                .execute();
        return id;
    }

    void handOver(long id, String owner, String words, LocalDate on, String actor) {
        sql.insertInto(DISPUTE_EVENT)
                .set(DISPUTE_EVENT.DISPUTE_ID, id)
                .set(DISPUTE_EVENT.DEED, "HAND_OVER")
                .set(DISPUTE_EVENT.OWNER_LOGIN, owner)
                .set(DISPUTE_EVENT.WORDS, words)
                .set(DISPUTE_EVENT.DONE_ON, on)
                .set(DISPUTE_EVENT.ACTOR, actor)
                .execute();
        sql.update(DISPUTE_NOW)
                .set(DISPUTE_NOW.OWNER_LOGIN, owner)
                .where(DISPUTE_NOW.DISPUTE_ID.eq(id))
                .execute();
    }

    /** Ends it; what is not owed stays left out, and is null where nobody has answered. */
    void end(
            long id,
            End end,
            Dispute.State state,
            @Nullable Long notOwedMinor,
            String words,
            LocalDate on,
            String actor) {
        sql.insertInto(DISPUTE_EVENT)
                .set(DISPUTE_EVENT.DISPUTE_ID, id)
                .set(DISPUTE_EVENT.DEED, end.name())
                .set(DISPUTE_EVENT.NOT_OWED_MINOR, notOwedMinor)
                .set(DISPUTE_EVENT.WORDS, words)
                .set(DISPUTE_EVENT.DONE_ON, on)
                .set(DISPUTE_EVENT.ACTOR, actor)
                .execute();
        sql.update(DISPUTE_NOW)
                .set(DISPUTE_NOW.STATE, state)
                .set(DISPUTE_NOW.LEFT_OUT_MINOR, notOwedMinor == null ? 0L : notOwedMinor)
                .set(DISPUTE_NOW.ENDED_ON, on)
                .where(DISPUTE_NOW.DISPUTE_ID.eq(id))
                .execute();
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
