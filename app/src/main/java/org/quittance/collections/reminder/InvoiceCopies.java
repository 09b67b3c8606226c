package org.quittance.collections.reminder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.collections.contact.Correspondents.Addressee;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.copy.MailParts;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.letter.CopiesLetter;
import org.quittance.correspondence.letter.Signature;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a customer the copies that it has asked for: one PDF for each document, by e-mail, through the outbox. A mail that would grow too large
 * becomes several. It asks for nothing, is no step of a strategy, and is outside the company's own contact rules, as a statement is.
 */
@Service
public class InvoiceCopies {

    private final LedgerReader ledger;
    private final VisibleAccounts visible;
    private final Enclosures enclosures;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final BusinessClock clock;

    InvoiceCopies(
            LedgerReader ledger,
            VisibleAccounts visible,
            Enclosures enclosures,
            Correspondents correspondents,
            Outbox outbox,
            BusinessClock clock) {
        this.ledger = ledger;
        this.visible = visible;
        this.enclosures = enclosures;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the customer would get of the chosen items, open or settled. */
    @Transactional(readOnly = true)
    public CopiesDraft draft(long customerId, Collection<ItemId> chosen, Viewer viewer) {
        Set<Long> accounts = visible.ofCustomer(viewer, customerId);
        List<ItemLine> items = ledger.items(viewer, chosen).stream()
                .filter(item -> accounts.contains(item.accountId()))
                .toList();
        if (items.isEmpty()) {
            return new CopiesDraft.Impossible("Mark the items first whose copies are to be sent.");
        }
        Map<Long, String> documents = new LinkedHashMap<>();
        items.forEach(item -> documents.put(item.id(), item.document()));
        List<EnclosedCopy> enclosed = enclosures.of(documents);
        Set<Long> withCopy = enclosures.withCopy(documents.keySet());
        List<ItemLine> missing =
                items.stream().filter(item -> !withCopy.contains(item.id())).toList();
        if (enclosed.isEmpty()) {
            return new CopiesDraft.Impossible(
                    "No copy is here of %s. Ask billing for the PDFs and hand them in under Import."
                            .formatted(named(missing)));
        }
        List<MailAddress> to = correspondents.addressees(customerId).stream()
                .map(Addressee::address)
                .toList();
        if (to.isEmpty()) {
            return new CopiesDraft.Impossible(Correspondents.NO_RECIPIENT);
        }
        Account account = account(items.getFirst());
        MailAddress from = account.from();
        return from == null
                ? new CopiesDraft.Impossible("%s has no e-mail address to send from. Enter one."
                        .formatted(account.sender().name()))
                : new CopiesDraft.Ready(
                        items.stream()
                                .filter(item -> withCopy.contains(item.id()))
                                .toList(),
                        missing,
                        enclosures.inMails(enclosed),
                        from,
                        to);
    }

    /** Queues the mails to one of those who can be written to; nothing where nothing can be sent any more. */
    @Transactional
    public List<MessageId> send(long customerId, Collection<ItemId> chosen, String address, Viewer viewer) {
        Optional<Addressee> to = correspondents.addressees(customerId).stream()
                .filter(each -> each.address().address().equalsIgnoreCase(address.strip()))
                .findFirst();
        return to.isPresent() && draft(customerId, chosen, viewer) instanceof CopiesDraft.Ready ready
                ? queue(ready, customerId, to.get(), viewer)
                : List.of();
    }

    private List<MessageId> queue(CopiesDraft.Ready ready, long customerId, Addressee to, Viewer viewer) {
        Account account = account(ready.items().getFirst());
        Map<Long, ItemLine> items = ready.items().stream().collect(Collectors.toMap(ItemLine::id, Function.identity()));
        MailParts<EnclosedCopy> parts = ready.parts();
        List<MessageId> queued = new ArrayList<>();
        for (List<EnclosedCopy> mail : parts.mails()) {
            CopiesLetter letter = new CopiesLetter(
                    clock.today(),
                    to.language(),
                    account.sender(),
                    to.recipient(),
                    mail.stream().map(copy -> document(items, copy)).toList(),
                    new CopiesLetter.Part(queued.size() + 1, parts.mails().size()),
                    new Signature(viewer.name(), "", "", account.sender().email()));
            queued.add(outbox.queue(new OutgoingMessage(
                            CustomerId.of(customerId),
                            CopiesLetter.TEMPLATE,
                            to.language(),
                            ready.from(),
                            to.address(),
                            letter.subject(),
                            letter.text(),
                            letter.html(),
                            List.of(),
                            List.of(),
                            letter.date(),
                            viewer.login(),
                            Origin.BY_HAND)
                    .attaching(mail.stream().map(EnclosedCopy::attached).toList())));
        }
        return queued;
    }

    private Account account(ItemLine item) {
        Account account = correspondents.accounts(Set.of(item.accountId())).get(item.accountId());
        if (account == null) {
            throw new IllegalStateException(
                    "Account %d of item %d cannot be found".formatted(item.accountId(), item.id()));
        }
        return account;
    }

    private static CopiesLetter.Document document(Map<Long, ItemLine> items, EnclosedCopy copy) {
        ItemLine item = items.get(copy.itemId());
        if (item == null) {
            throw new IllegalStateException("Copy %s is of no item that was chosen".formatted(copy.attached()));
        }
        return new CopiesLetter.Document(
                item.kind(),
                item.document(),
                item.documentDate(),
                item.dueDate(),
                Money.ofMinor(item.originalMinor(), item.currency()));
    }

    static String named(List<ItemLine> items) {
        return items.stream().map(ItemLine::document).collect(Collectors.joining(", "));
    }
}
