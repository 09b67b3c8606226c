package org.quittance.cash;

import static org.quittance.db.cash.Tables.BANK_RETURN;
import static org.quittance.db.cash.Tables.RETURN_CHARGE;
import static org.quittance.db.cash.Tables.RETURN_FEE;

import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.BankReturnRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer is charged when a payment comes back: the entity sets an amount, a person charges it, case by case. Nothing is charged
 * where no amount is set, and nothing by itself.
 */
@Service
public class ReturnFees {

    private final DSLContext sql;
    private final CashDesk desk;
    private final ReturnReader reader;
    private final ReturnDebits debits;
    private final AuditTrail audit;

    ReturnFees(DSLContext sql, CashDesk desk, ReturnReader reader, ReturnDebits debits, AuditTrail audit) {
        this.sql = sql;
        this.desk = desk;
        this.reader = reader;
        this.debits = debits;
        this.audit = audit;
    }

    /** Sets what an entity charges, in the currency of its books; zero charges nothing. */
    @Transactional
    public void set(long entityId, Money fee, Viewer viewer) {
        sql.insertInto(RETURN_FEE)
                .set(RETURN_FEE.ENTITY_ID, entityId)
                .set(RETURN_FEE.AMOUNT_MINOR, fee.minor())
                .set(RETURN_FEE.ACTOR, viewer.login())
                .onConflict(RETURN_FEE.ENTITY_ID)
                .doUpdate()
                .set(RETURN_FEE.AMOUNT_MINOR, fee.minor())
                .set(RETURN_FEE.ACTOR, viewer.login())
                .execute();
        audit.record(viewer.login(), "return-fee.set", "entity", entityId, fee.toString());
    }

    /** Charges the customer whose payment came back. */
    @Transactional
    public DeskOutcome charge(long returnId, Viewer viewer) {
        PaymentRecord returned = desk.locked(returnId);
        Optional<BankReturnRecord> settled = sql.fetchOptional(BANK_RETURN, BANK_RETURN.RETURN_ID.eq(returnId));
        if (settled.isEmpty()) {
            return refused(ReturnRefusal.NOT_SETTLED);
        }
        Money fee = reader.bankReturn(returnId).orElseThrow().fee();
        if (!fee.isPositive()) {
            return refused(ReturnRefusal.NO_FEE);
        }
        if (sql.fetchExists(RETURN_CHARGE, RETURN_CHARGE.RETURN_ID.eq(returnId))) {
            return refused(ReturnRefusal.CHARGED_ALREADY);
        }
        ItemId item = debits.charge(returned, settled.get().getPaymentId(), fee.minor(), viewer.login());
        sql.insertInto(RETURN_CHARGE)
                .set(RETURN_CHARGE.RETURN_ID, returnId)
                .set(RETURN_CHARGE.ITEM_ID, item.value())
                .set(RETURN_CHARGE.AMOUNT_MINOR, fee.minor())
                .set(RETURN_CHARGE.ACTOR, viewer.login())
                .execute();
        audit.record(viewer.login(), "return.charged", "payment", returnId, fee.toString());
        return new DeskOutcome.Done("%s are charged for the return P%d.".formatted(fee, returnId));
    }

    private static DeskOutcome refused(ReturnRefusal reason) {
        return new DeskOutcome.Refused(reason, reason.sentence());
    }
}
