package org.quittance.collections.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.collections.contact.Correspondents.Addressee;
import org.quittance.collections.contact.Correspondents.Owed;
import org.quittance.collections.contact.Correspondents.Reader;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.PaymentReferences;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.Signature;
import org.quittance.correspondence.letter.Template;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements of account: everything that is open at a date on the accounts that the viewer works, debits and credits, in the customer's
 * language, to be compared with the customer's own books. A statement asks for nothing and is no step of a strategy. One that is sent has a
 * reference for whoever pays it all the same; one that is only looked at or printed has none, since nothing keeps it.
 */
@Service
public class AccountStatements {

    private final LedgerReader reader;
    private final Correspondents correspondents;
    private final PaymentReferences references;
    private final Outbox outbox;

    AccountStatements(LedgerReader reader, Correspondents correspondents, PaymentReferences references, Outbox outbox) {
        this.reader = reader;
        this.correspondents = correspondents;
        this.references = references;
        this.outbox = outbox;
    }

    /** What the customer would get. */
    @Transactional(readOnly = true)
    public StatementDraft draft(long customerId, LocalDate asOf, Viewer viewer) {
        List<ItemLine> items = reader.openItems(viewer, customerId, asOf, null);
        if (items.isEmpty()) {
            return new StatementDraft.Impossible("Nothing was open at the end of that day. Choose another day.");
        }
        Map<Long, Account> accounts =
                correspondents.accounts(items.stream().map(ItemLine::accountId).collect(Collectors.toSet()));
        Account first = account(accounts, items.getFirst());
        Reader to = correspondents.reader(customerId);
        LetterContent content = new LetterContent(
                Template.STATEMENT,
                correspondents.texts(first, to.language()),
                asOf,
                null,
                first.sender(),
                to.recipient(),
                Correspondents.sections(items.stream()
                        .map(item -> new Owed(account(accounts, item), item.openItem()))
                        .toList()),
                new Signature(viewer.name(), "", "", first.sender().email()));
        return new StatementDraft.Ready(content, byMail(first, to.byMail()));
    }

    /** Queues the statement as an e-mail with its PDF; nothing where it cannot be mailed, which {@link #draft} explains. */
    @Transactional
    public Optional<MessageId> send(long customerId, LocalDate asOf, Viewer viewer) {
        return draft(customerId, asOf, viewer) instanceof StatementDraft.Ready ready
                        && ready.mail() instanceof StatementDraft.ByMail.Possible mail
                ? Optional.of(queue(references.given(ready.content()), mail, viewer))
                : Optional.empty();
    }

    private MessageId queue(LetterContent letter, StatementDraft.ByMail.Possible mail, Viewer viewer) {
        return outbox.queue(OutgoingMessage.of(letter, Letters.write(letter), mail.from(), mail.to(), viewer.login()));
    }

    private static StatementDraft.ByMail byMail(Account account, Optional<Addressee> to) {
        if (to.isEmpty()) {
            return new StatementDraft.ByMail.Impossible(Correspondents.NO_RECIPIENT);
        }
        if (account.from() == null) {
            return new StatementDraft.ByMail.Impossible("%s has no e-mail address to send from. Enter one."
                    .formatted(account.sender().name()));
        }
        return new StatementDraft.ByMail.Possible(account.from(), to.get().address());
    }

    private static Account account(Map<Long, Account> accounts, ItemLine item) {
        Account account = accounts.get(item.accountId());
        if (account == null) {
            throw new IllegalStateException(
                    "Account %d of item %d cannot be found".formatted(item.accountId(), item.id()));
        }
        return account;
    }
}
