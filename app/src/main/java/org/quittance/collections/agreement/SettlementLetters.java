package org.quittance.collections.agreement;

import static org.quittance.db.collections.Tables.SETTLEMENT_LETTER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.agreement.SettlementView.State;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.collections.contact.Correspondents.Reader;
import org.quittance.collections.decision.Redecision;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.letter.SettlementLetter;
import org.quittance.correspondence.letter.Signature;
import org.quittance.correspondence.letter.WrittenLetter;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letter by which a settlement is offered to the customer, and keeps how it has gone to them. */
@Service
public class SettlementLetters {

    private final Settlements settlements;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final DSLContext sql;
    private final Redecision redecision;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SettlementLetters(
            Settlements settlements,
            Correspondents correspondents,
            Outbox outbox,
            DSLContext sql,
            Redecision redecision,
            AuditTrail audit,
            BusinessClock clock) {
        this.settlements = settlements;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.sql = sql;
        this.redecision = redecision;
        this.audit = audit;
        this.clock = clock;
    }

    /** As PDF, to look at; empty where the offer is not seen or not approved. */
    @Transactional
    public Optional<byte[]> pdf(long id, Viewer viewer) {
        return settlements
                .one(id, viewer)
                .filter(settlement -> settlement.wasApproved())
                .map(settlement -> letter(settlement, viewer).write().pdf());
    }

    /** As PDF for whoever posts or hands it over: from now on the customer has the offer. Empty where there is none that stands. */
    @Transactional
    public Optional<byte[]> take(long id, Viewer viewer) {
        return settlements
                .one(id, viewer)
                .filter(settlement -> settlement.state() == State.STANDS)
                .map(settlement -> {
                    given(settlement, null, viewer);
                    return letter(settlement, viewer).write().pdf();
                });
    }

    private void given(SettlementView settlement, @Nullable MessageId message, Viewer viewer) {
        sql.insertInto(SETTLEMENT_LETTER)
                .set(SETTLEMENT_LETTER.SETTLEMENT_ID, settlement.id())
                .set(SETTLEMENT_LETTER.MESSAGE_ID, message == null ? null : message.value())
                .set(SETTLEMENT_LETTER.GIVEN_ON, clock.today())
                .set(SETTLEMENT_LETTER.ACTOR, viewer.login())
                .execute();
        audit.record(
                viewer.login(),
                "settlement.sent",
                "settlement",
                settlement.id(),
                message == null ? "taken as a letter" : "message " + message.value());
        redecision.decide(Set.of(settlement.debtor().accountId()));
    }

    /** Queues the letter of an offer that stands. */
    @Transactional
    public AgreementOutcome send(long id, Viewer viewer) {
        SettlementView settlement = settlements.one(id, viewer).orElse(null);
        if (settlement == null || settlement.state() != State.STANDS) {
            return new AgreementOutcome.Refused("Only an offer that stands is sent.");
        }
        Account from = account(settlement);
        Reader to = correspondents.reader(settlement.debtor().customerId());
        if (to.address() == null || from.from() == null) {
            return new AgreementOutcome.Refused(
                    to.address() == null
                            ? Correspondents.NO_RECIPIENT + " Or print the letter."
                            : from.sender().name()
                                    + " has no e-mail address to send from. Enter one, or print the letter.");
        }
        SettlementLetter letter = letter(settlement, viewer);
        WrittenLetter written = letter.write();
        MessageId message = outbox.queue(new OutgoingMessage(
                letter.to().customer(),
                SettlementLetter.TEMPLATE,
                letter.language(),
                from.from(),
                to.address(),
                written.subject(),
                written.text(),
                written.html(),
                settlement.documents().stream()
                        .map(document ->
                                new ListedItem(ItemId.of(document.itemId()), AccountId.of(from.id()), document.open()))
                        .toList(),
                List.of(new Attachment(written.pdfName(), "application/pdf", written.pdf())),
                letter.date(),
                viewer.login(),
                Origin.BY_HAND));
        given(settlement, message, viewer);
        return new AgreementOutcome.Done(message.value());
    }

    private SettlementLetter letter(SettlementView settlement, Viewer viewer) {
        Account from = account(settlement);
        Reader to = correspondents.reader(settlement.debtor().customerId());
        return new SettlementLetter(
                settlement.terms().offeredOn(),
                settlement.payBy(),
                correspondents.texts(from, to.language()),
                from.sender(),
                to.recipient(),
                from.number(),
                settlement.documents().stream()
                        .map(document -> new SettlementLetter.Debt(document.document(), document.open()))
                        .toList(),
                settlement.terms().offer(),
                from.payTo(),
                new Signature(viewer.name(), "", "", from.sender().email()));
    }

    private Account account(SettlementView settlement) {
        long id = settlement.debtor().accountId();
        return Optional.ofNullable(correspondents.accounts(Set.of(id)).get(id)).orElseThrow();
    }
}
