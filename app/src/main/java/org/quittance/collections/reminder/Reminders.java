package org.quittance.collections.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Readers;
import org.quittance.collections.contact.UnreadAnswerList;
import org.quittance.collections.decision.AccountDecisions;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.reminder.ReminderDraft.Impossible;
import org.quittance.collections.reminder.ReminderDraft.Obstacle;
import org.quittance.collections.reminder.ReminderWriter.By;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.collections.strategy.StepBook;
import org.quittance.collections.strategy.StepBook.Deed;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.contact.Channel;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.PaymentReferences;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.WrittenLetter;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a customer the message that is due: one, whatever the number of its accounts.
 *
 * <p>What is due is decided at this moment from what is known at this moment, not read from a list. In the transaction that queues the
 * message its steps and the contact are noted, so that nothing is queued twice.
 */
@Service
public class Reminders {

    private final VisibleAccounts visible;
    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final Correspondents correspondents;
    private final UnreadAnswerList unreadAnswers;
    private final PaymentReferences references;
    private final Enclosures enclosures;
    private final Outbox outbox;
    private final StepBook steps;
    private final Redecision redecision;
    private final BusinessClock clock;

    Reminders(
            VisibleAccounts visible,
            AccountDecisions decisions,
            RuleBook ruleBook,
            Correspondents correspondents,
            UnreadAnswerList unreadAnswers,
            PaymentReferences references,
            Enclosures enclosures,
            Outbox outbox,
            StepBook steps,
            Redecision redecision,
            BusinessClock clock) {
        this.visible = visible;
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.correspondents = correspondents;
        this.unreadAnswers = unreadAnswers;
        this.references = references;
        this.enclosures = enclosures;
        this.outbox = outbox;
        this.steps = steps;
        this.redecision = redecision;
        this.clock = clock;
    }

    /** The message that the customer would get now about the accounts that the viewer works. */
    @Transactional
    public ReminderDraft preview(long customerId, Viewer viewer) {
        Set<Long> accounts = visible.ofCustomer(viewer, customerId);
        return accounts.isEmpty()
                ? noSuchCustomer()
                : draft(correspondents.readers(customerId), decide(accounts), By.person(viewer));
    }

    /** The message in which a step of an account would leave if it were approved now, for whoever is to approve it. */
    @Transactional
    public ReminderDraft awaited(Proposal proposal, Viewer viewer) {
        return awaited(List.of(proposal), viewer).getOrDefault(proposal, noSuchCustomer());
    }

    /** The same for each of several, as if it alone were approved; those about accounts that the viewer may not see are not among them. */
    @Transactional
    public Map<Proposal, ReminderDraft> awaited(Collection<Proposal> proposals, Viewer viewer) {
        Map<Long, Long> customers = visible.customersOf(
                viewer, proposals.stream().map(Proposal::accountId).toList());
        Map<Long, Set<Long>> accounts = visible.ofCustomers(viewer, customers.values());
        Set<Long> all = accounts.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        ReminderWriter writer =
                new ReminderWriter(correspondents.accounts(all), correspondents::texts, By.night(), clock.today());
        Map<Long, List<Decided>> decided = decide(all).stream()
                .collect(Collectors.groupingBy(each -> each.account().customerId()));
        Map<Proposal, ReminderDraft> drafts = new HashMap<>();
        proposals.stream()
                .filter(proposal -> customers.containsKey(proposal.accountId()))
                .collect(Collectors.groupingBy(proposal -> customers.get(proposal.accountId())))
                .forEach((customer, theirs) -> {
                    Readers readers = correspondents.readers(customer);
                    theirs.forEach(proposal -> drafts.put(
                            proposal,
                            writer.writeAwaited(decided.getOrDefault(customer, List.of()), proposal, readers)));
                });
        return drafts;
    }

    /** What would go with that message, as far as copies are here and a mail can carry them. */
    @Transactional(readOnly = true)
    public List<EnclosedCopy> enclosed(ReminderDraft.Ready ready, WrittenLetter letter) {
        return enclosures.with(ready, letter.pdf().length);
    }

    /** Queues that message. */
    @Transactional
    public ReminderOutcome queue(long customerId, Viewer viewer) {
        Set<Long> accounts = visible.ofCustomer(viewer, customerId);
        if (accounts.isEmpty()) {
            return new ReminderOutcome.NotQueued(noSuchCustomer());
        }
        Set<Long> all = visible.allOfCustomer(customerId);
        redecision.hold(all);
        return queue(
                correspondents.readers(customerId),
                all,
                decide(accounts),
                new Sender(viewer.login(), By.person(viewer)));
    }

    /**
     * Queues what is due of all accounts that nobody has put off, in a transaction of its own; nothing while the customer has written
     * something that nobody has read.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    ReminderOutcome queueByItself(long customerId, String actor) {
        Optional<LocalDate> unread = unreadAnswers.since(customerId);
        if (unread.isPresent()) {
            return new ReminderOutcome.NotQueued(
                    new Impossible(Obstacle.UNREAD_ANSWER, UnreadAnswerList.sentence(unread.get())));
        }
        Readers readers = correspondents.readers(customerId);
        if (!readers.areAny()) {
            return new ReminderOutcome.NotQueued(
                    new Impossible(Obstacle.NO_RECIPIENT, Correspondents.NO_ADDRESS_AT_ALL));
        }
        if (readers.everybodyAskedNot()) {
            return new ReminderOutcome.NotQueued(
                    new Impossible(Obstacle.NO_RECIPIENT, Correspondents.EVERYBODY_ASKED_NOT));
        }
        Set<Long> all = visible.allOfCustomer(customerId);
        redecision.hold(all);
        List<Decided> awake = decide(all).stream()
                .filter(decided -> decided.account().snoozedUntil() == null)
                .toList();
        return queue(readers, all, awake, new Sender(actor, By.night()));
    }

    /** At whose word a message goes out. */
    private record Sender(String actor, By by) {

        OutgoingMessage sends(ReminderDraft.Ready ready, LetterContent letter) {
            return sends(OutgoingMessage.of(letter, Letters.write(letter), ready.envelope(), actor));
        }

        OutgoingMessage sends(OutgoingMessage message) {
            return switch (by.origin()) {
                case BY_HAND -> message;
                case AUTOMATIC -> message.byItself();
            };
        }
    }

    private ReminderOutcome queue(Readers to, Set<Long> all, List<Decided> decided, Sender sender) {
        return switch (draft(to, decided, sender.by())) {
            case Impossible impossible -> new ReminderOutcome.NotQueued(impossible);
            case ReminderDraft.Ready ready -> {
                OutgoingMessage letter = sender.sends(ready, references.given(ready.content()));
                MessageId message = outbox.queue(letter.attaching(enclosures.with(ready, letter)));
                yield noted(
                        all,
                        new Queued(
                                message,
                                ready.action(),
                                ready.envelope().channel(),
                                ready.concerns().keySet(),
                                taken(ready.concerns(), decided)),
                        sender);
            }
            case ReminderDraft.ReadyText ready ->
                noted(
                        all,
                        new Queued(
                                outbox.queue(
                                        sender.sends(OutgoingMessage.of(ready.notice(), ready.to(), sender.actor()))),
                                ready.action(),
                                Channel.TEXT_MESSAGE,
                                ready.concerns().keySet(),
                                taken(ready.concerns(), decided)),
                        sender);
        };
    }

    /**
     * A message in the outbox with the steps that it takes.
     *
     * @param about the accounts of which it lists something: about the others nothing was said
     */
    private record Queued(MessageId message, Action action, Channel way, Set<Long> about, List<ItemStep> steps) {}

    private static List<ItemStep> taken(Map<Long, List<Concern>> concerns, List<Decided> decided) {
        Map<Long, StrategyId> followed = versions(decided);
        List<ItemStep> taken = new ArrayList<>();
        concerns.forEach((account, of) -> taken.addAll(ItemStep.of(account, of, followed.get(account))));
        return taken;
    }

    private ReminderOutcome noted(Set<Long> all, Queued queued, Sender sender) {
        Deed deed = new Deed(clock.today(), queued.message().value(), sender.actor());
        steps.noteSteps(queued.steps(), deed);
        steps.noteContact(queued.about(), queued.action(), deed);
        redecision.decide(all);
        return new ReminderOutcome.Queued(
                queued.message(), queued.action(), queued.way(), queued.steps().size());
    }

    private static Map<Long, StrategyId> versions(List<Decided> decided) {
        return decided.stream()
                .collect(Collectors.toMap(
                        each -> each.account().key().accountId(),
                        each -> each.chosen().version().id()));
    }

    private List<Decided> decide(Set<Long> accounts) {
        LocalDate today = clock.today();
        return decisions.decide(accounts, today, ruleBook.rules(today));
    }

    private ReminderDraft draft(Readers to, List<Decided> decided, By by) {
        Set<Long> accounts =
                decided.stream().map(each -> each.account().key().accountId()).collect(Collectors.toSet());
        return new ReminderWriter(correspondents.accounts(accounts), correspondents::texts, by, clock.today())
                .write(decided, to);
    }

    private static Impossible noSuchCustomer() {
        return new Impossible(Obstacle.NO_SUCH_CUSTOMER, Overrides.Outcome.NOT_FOUND.sentence());
    }
}
