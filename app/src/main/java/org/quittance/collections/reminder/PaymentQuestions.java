package org.quittance.collections.reminder;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.collections.contact.Correspondents.Addressee;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.Section;
import org.quittance.correspondence.letter.Signature;
import org.quittance.correspondence.letter.Template;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a payer, in their language, what a payment that lies on account is for. The letter goes through the outbox, with its PDF. */
@Service
public class PaymentQuestions {

    private final DSLContext sql;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final BusinessClock clock;

    PaymentQuestions(DSLContext sql, Correspondents correspondents, Outbox outbox, BusinessClock clock) {
        this.sql = sql;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of the wish to ask. */
    public enum Outcome {
        QUEUED("The question is in the outbox. It can be called back for ten seconds."),
        NOTHING_ON_ACCOUNT("Nothing of this payment lies on account any more."),
        NO_RECIPIENT(Correspondents.NO_RECIPIENT),
        NO_SENDER("The legal entity has no e-mail address to send from. Enter one.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private record Credit(OpenItem item, long customerId) {}

    /** Queues the question about a credit. */
    @Transactional
    public Outcome ask(ItemId creditId, Viewer viewer) {
        Optional<Credit> credit = credit(creditId, viewer);
        if (credit.isEmpty()) {
            return Outcome.NOTHING_ON_ACCOUNT;
        }
        Optional<Addressee> to = correspondents.addressee(credit.get().customerId());
        if (to.isEmpty()) {
            return Outcome.NO_RECIPIENT;
        }
        OpenItem item = credit.get().item();
        Account account = correspondents
                .accounts(Set.of(item.account().value()))
                .get(item.account().value());
        if (account == null || account.from() == null) {
            return Outcome.NO_SENDER;
        }
        LetterContent letter = new LetterContent(
                Template.PAYMENT_QUESTION,
                correspondents.texts(account, to.get().language()),
                clock.today(),
                null,
                account.sender(),
                to.get().recipient(),
                List.of(new Section(account.sender().name(), account.number(), account.payTo(), List.of(item))),
                new Signature(viewer.name(), "", "", account.sender().email()));
        outbox.queue(OutgoingMessage.of(
                letter, Letters.write(letter), account.from(), to.get().address(), viewer.login()));
        return Outcome.QUEUED;
    }

    private Optional<Credit> credit(ItemId creditId, Viewer viewer) {
        return sql.select(
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.ORIGINAL_MINOR,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY,
                        ACCOUNT_VIEW.CUSTOMER_ID)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(creditId.value()))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.PAYMENT))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchOptional(row -> new Credit(
                        new OpenItem(
                                creditId,
                                AccountId.of(row.value1()),
                                ItemKind.PAYMENT,
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                Money.ofMinor(row.value5(), row.value7()),
                                Money.ofMinor(row.value6(), row.value7())),
                        row.value8()));
    }
}
