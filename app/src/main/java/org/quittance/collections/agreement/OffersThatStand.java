package org.quittance.collections.agreement;

import static org.quittance.db.collections.Tables.SETTLEMENT_END;
import static org.quittance.db.collections.Tables.SETTLEMENT_LETTER;

import java.util.Locale;
import org.jooq.DSLContext;
import org.quittance.core.contact.Rule;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.SendGate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets no offer leave that was withdrawn, kept or broken since its letter was queued. */
@Order(11)
@Component
class OffersThatStand implements SendGate {

    private final DSLContext sql;

    OffersThatStand(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Verdict ask(Message message) {
        return sql.select(SETTLEMENT_END.SETTLEMENT_ID, SETTLEMENT_END.OUTCOME)
                .from(SETTLEMENT_LETTER)
                .join(SETTLEMENT_END)
                .on(SETTLEMENT_END.SETTLEMENT_ID.eq(SETTLEMENT_LETTER.SETTLEMENT_ID))
                .where(SETTLEMENT_LETTER.MESSAGE_ID.eq(message.id().value()))
                .<Verdict>fetchOptional(row -> new Verdict.Refuse(
                        Rule.OFFER_ENDED.code(),
                        "Settlement S%d, which it offers, does not stand any more: %s"
                                .formatted(
                                        row.value1(),
                                        SettlementView.State.valueOf(row.value2())
                                                .label()
                                                .toLowerCase(Locale.ROOT))))
                .orElseGet(Verdict.Go::new);
    }
}
