package org.quittance.collections.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.collections.contact.Correspondents.Addressee;
import org.quittance.collections.contact.Correspondents.OnPaper;
import org.quittance.collections.contact.Correspondents.Owed;
import org.quittance.collections.contact.Correspondents.Readers;
import org.quittance.collections.contact.Correspondents.Texted;
import org.quittance.collections.reminder.ReminderDraft.Impossible;
import org.quittance.collections.reminder.ReminderDraft.Obstacle;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.ItemStanding;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.Tone;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.LetterWay;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Envelope;
import org.quittance.correspondence.PostalAddressee;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.PostalService;
import org.quittance.correspondence.letter.Recipient;
import org.quittance.correspondence.letter.Section;
import org.quittance.correspondence.letter.Signature;
import org.quittance.correspondence.letter.Template;
import org.quittance.correspondence.letter.TextNotice;
import org.quittance.correspondence.letter.Texts;
import org.quittance.identity.Viewer;

/**
 * Puts together the one message that a customer gets: what is due for a written step on any of its accounts, under the highest of these
 * steps, which
 * also says whether copies go with it.
 *
 * <p>A letter says more than a text message and goes first; what is due for a text message then waits for the next.
 *
 * <p>Of each item it asks for what is neither promised nor disputed, and does with credits as the account's strategy says. A reminder before due never shares a message with a notice; it waits
 * for the next.
 */
final class ReminderWriter {

    private static final int DAYS_TO_PAY = 7;

    private final Map<Long, Account> accounts;
    private final BiFunction<Account, Language, Texts> texts;
    private final Origin origin;
    private final String signer;
    private final LocalDate today;

    /**
     * A writer about these accounts.
     *
     * @param texts the words in which the entity of an account writes in a language
     * @param by at whose word the message goes out
     */
    ReminderWriter(Map<Long, Account> accounts, BiFunction<Account, Language, Texts> texts, By by, LocalDate today) {
        this.accounts = accounts;
        this.texts = texts;
        this.origin = by.origin();
        this.signer = by.name();
        this.today = today;
    }

    /**
     * At whose word a message goes out.
     *
     * @param name of the person; empty for the night, which writes for the owner of the account
     */
    record By(Origin origin, String name) {

        static By night() {
            return new By(Origin.AUTOMATIC, "");
        }

        static By person(Viewer viewer) {
            return new By(Origin.BY_HAND, viewer.name());
        }
    }

    /** An item to be written about. */
    private record Line(
            Account account, ItemStanding standing, Concern concern, Step step, Tone tone, AccountCredits credits) {

        /** With what is asked for as its open amount. */
        private OpenItem item() {
            return standing.item().withOpen(standing.chaseable());
        }

        /** What is asked for of it once credits are taken off. */
        private Money left() {
            return credits.left(standing);
        }
    }

    /** What is due and may leave. */
    ReminderDraft write(List<Decided> decided, Readers to) {
        return write(decided, this::items, to);
    }

    /** What would leave if a step of an account were approved: it, and with it what is due and may leave already. */
    ReminderDraft writeAwaited(List<Decided> decided, Proposal proposal, Readers to) {
        boolean isAwaited =
                decided.stream().anyMatch(each -> !proposed(each, proposal).isEmpty());
        return write(
                isAwaited ? decided : List.of(),
                each -> Stream.concat(items(each).stream(), proposed(each, proposal).stream())
                        .toList(),
                to);
    }

    private static List<Concern> proposed(Decided decided, Proposal proposal) {
        return decided.account().key().accountId() == proposal.accountId()
                ? decided.next().awaited().stream()
                        .filter(awaited -> awaited.step().id().equals(proposal.step()))
                        .flatMap(awaited -> awaited.items().stream())
                        .toList()
                : List.of();
    }

    private ReminderDraft write(List<Decided> decided, Function<Decided, List<Concern>> items, Readers to) {
        List<Line> due = due(decided, items);
        if (due.isEmpty()) {
            return new Impossible(Obstacle.NOTHING_DUE, whyNothing(decided));
        }
        List<Line> letters =
                due.stream().filter(line -> line.step().action().isLetter()).toList();
        boolean isText = letters.isEmpty() || (!to.reachByLetter() && letters.size() < due.size());
        return isText
                ? text(due.stream().filter(line -> !letters.contains(line)).toList(), to.byText())
                : letter(letters, to);
    }

    /** One company writes, and asks for what is owed to it; what is owed to the others waits for the next message. */
    private ReminderDraft text(List<Line> due, @Nullable Texted to) {
        if (to == null) {
            return new Impossible(Obstacle.NO_RECIPIENT, Correspondents.NO_NUMBER);
        }
        Line lead = lead(due);
        List<Line> lines = due.stream()
                .filter(line -> line.account().entityId() == lead.account().entityId())
                .toList();
        TextNotice notice = new TextNotice(
                lead.tone(),
                texts.apply(lead.account(), to.language()),
                today,
                lead.account().sender().name(),
                to.recipient(),
                lines.stream().map(line -> line.item().withOpen(line.left())).toList());
        return notice.isTooLong()
                ? new Impossible(
                        Obstacle.TOO_LONG,
                        "The text message would have %d signs, and at most %d are sent. Shorten its words under Contact rules, Letter texts."
                                .formatted(notice.text().length(), TextNotice.MOST_SIGNS))
                : new ReminderDraft.ReadyText(lead.step().action(), notice, to.number(), concerns(lines));
    }

    private static Line lead(List<Line> due) {
        return due.stream()
                .max(Comparator.comparingInt((Line line) -> line.step().level()))
                .orElseThrow();
    }

    private ReminderDraft letter(List<Line> due, Readers to) {
        Step lead = lead(due).step();
        Addressee mailed = to.byMail();
        if (lead.dispatch().isOnPaper() || to.onPaper().wish() == LetterWay.POST) {
            return to.onPaper().hasAddress()
                    ? onPaper(due, lead, to.onPaper())
                    : new Impossible(Obstacle.NO_POSTAL_ADDRESS, Correspondents.NO_POSTAL_ADDRESS);
        }
        if (mailed != null) {
            return byMail(due, lead, mailed);
        }
        return to.onPaper().hasAddress()
                ? onPaper(due, lead, to.onPaper())
                : new Impossible(Obstacle.NO_RECIPIENT, Correspondents.NO_ADDRESS_AT_ALL);
    }

    private ReminderDraft onPaper(List<Line> due, Step lead, OnPaper to) {
        PostalService service =
                lead.dispatch() == Dispatch.REGISTERED ? PostalService.REGISTERED : PostalService.ORDINARY;
        List<Line> lines = together(due, lead);
        LetterContent content =
                content(lines, lead, to.recipient(), to.language()).byPost(service);
        PostalAddressee addressee = new PostalAddressee(
                to.recipient().name(),
                to.recipient().contact(),
                to.recipient().address(),
                to.recipient().country());
        return new ReminderDraft.Ready(
                lead.action(),
                content,
                new Envelope.ByPost(content.from().name(), addressee, service),
                concerns(lines),
                lead.enclosure());
    }

    private ReminderDraft byMail(List<Line> due, Step lead, Addressee to) {
        List<Line> lines = together(due, lead);
        Account first = lines.getFirst().account();
        if (first.from() == null) {
            return new Impossible(
                    Obstacle.NO_SENDER,
                    "%s has no e-mail address to send from. Enter one."
                            .formatted(first.sender().name()));
        }
        return new ReminderDraft.Ready(
                lead.action(),
                content(lines, lead, to.recipient(), to.language()),
                new Envelope.ByMail(first.from(), to.address()),
                concerns(lines),
                lead.enclosure());
    }

    /** What goes into one letter with the gravest step. */
    private static List<Line> together(List<Line> due, Step lead) {
        return due.stream()
                .filter(line -> isReminder(line.step()) == isReminder(lead))
                .toList();
    }

    private LetterContent content(List<Line> lines, Step lead, Recipient to, Language language) {
        Account first = lines.getFirst().account();
        LetterContent content = new LetterContent(
                template(lead.action()),
                texts.apply(first, language),
                today,
                isReminder(lead) ? null : today.plusDays(DAYS_TO_PAY),
                first.sender(),
                to,
                sections(lines),
                signature(first));
        Set<ItemId> listed = content.items().map(OpenItem::id).collect(Collectors.toSet());
        Set<ItemId> inPart =
                lines.stream()
                        .collect(Collectors.toMap(Line::account, Line::credits, (one, _) -> one))
                        .values()
                        .stream()
                        .flatMap(credits -> credits.inPart(listed).stream())
                        .collect(Collectors.toSet());
        return content.askingInPart(inPart);
    }

    /**
     * With the credits of each account, as its strategy has them: among the items, or beside them. Items that credits cover stand with them, so that
     * the customer sees what each has paid; an item that is not due yet stands in no notice, and none that is overdue in a reminder.
     */
    private static List<Section> sections(List<Line> lines) {
        List<Owed> owed = new ArrayList<>();
        Map<AccountId, AccountCredits> credits = new HashMap<>();
        Map<Account, List<Line>> byAccount = lines.stream().collect(Collectors.groupingBy(Line::account));
        byAccount.forEach((account, ofAccount) -> {
            Line first = ofAccount.getFirst();
            Set<ItemId> listed =
                    ofAccount.stream().map(line -> line.item().id()).collect(Collectors.toSet());
            ofAccount.forEach(line -> owed.add(new Owed(account, line.item())));
            for (ItemStanding covered : first.credits().covered(isReminder(first.step()), currencies(ofAccount))) {
                if (listed.add(covered.item().id())) {
                    owed.add(new Owed(account, covered.item().withOpen(covered.chaseable())));
                }
            }
            first.credits().takenOff(listed).forEach(credit -> owed.add(new Owed(account, credit)));
            credits.put(first.item().account(), first.credits());
        });
        return Correspondents.sections(owed).stream()
                .map(section -> section.listing(Objects.requireNonNull(
                                credits.get(section.items().getFirst().account()))
                        .listed(section.currency())))
                .toList();
    }

    private static Set<Currency> currencies(List<Line> lines) {
        return lines.stream().map(line -> line.item().open().currency()).collect(Collectors.toSet());
    }

    /** The owner of the account signs; whoever covers for the owner signs for them. */
    private Signature signature(Account first) {
        String owner = first.collector().isBlank() ? first.sender().name() : first.collector();
        return signer.isEmpty() || first.collector().isBlank() || signer.equals(owner)
                ? new Signature(owner, "", "", first.sender().email())
                : new Signature(signer, "", "", first.sender().email(), owner);
    }

    /** By entity, account, currency and age, so that the message is always the same. */
    private List<Line> due(List<Decided> decided, Function<Decided, List<Concern>> items) {
        List<Line> due = new ArrayList<>();
        for (Decided each : decided) {
            Account account = accounts.get(each.account().key().accountId());
            if (account == null) {
                throw new IllegalStateException(
                        "Account " + each.account().key().accountId() + " was decided and cannot be found");
            }
            AccountCredits credits = AccountCredits.of(each);
            for (Concern concern : items.apply(each)) {
                Step step = concern.step();
                ItemStanding standing = standing(each, concern);
                if (step != null && credits.left(standing).isPositive()) {
                    due.add(new Line(
                            account,
                            standing,
                            concern,
                            step,
                            each.chosen().version().strategy().toneOf(step),
                            credits));
                }
            }
        }
        due.sort(Comparator.comparing((Line line) -> line.account().entityCode())
                .thenComparing(line -> line.account().number())
                .thenComparing(line -> line.item().open().currency().getCurrencyCode())
                .thenComparing(line -> line.item().dueDate())
                .thenComparingLong(line -> line.item().id().value()));
        return due;
    }

    /** The night leaves to people what the strategy leaves to them; a person sends all that is due. */
    private List<Concern> items(Decided decided) {
        return switch (decided.next()) {
            case NextAction.Act act ->
                switch (origin) {
                    case AUTOMATIC -> act.automaticItems();
                    case BY_HAND -> act.messageItems();
                };
            case NextAction.Wait _, NextAction.Nothing _ -> List.of();
        };
    }

    private static ItemStanding standing(Decided decided, Concern concern) {
        return decided.standing().items().stream()
                .filter(each -> each.item().id().equals(concern.item()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Long, List<Concern>> concerns(List<Line> lines) {
        Map<Long, List<Concern>> concerns = new HashMap<>();
        for (Line line : lines) {
            concerns.computeIfAbsent(line.account().id(), _ -> new ArrayList<>())
                    .add(line.concern());
        }
        return concerns;
    }

    private static String whyNothing(List<Decided> decided) {
        List<String> sentences = new ArrayList<>();
        sentences.add("No message is due.");
        decided.stream()
                .flatMap(each -> each.next().reasons().stream())
                .map(reason -> reason.sentence() + ".")
                .distinct()
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }

    private static boolean isReminder(Step step) {
        return step.action() == Action.REMINDER_BEFORE_DUE;
    }

    private static Template template(Action action) {
        return switch (action) {
            case REMINDER_BEFORE_DUE -> Template.REMINDER;
            case NOTICE_1 -> Template.NOTICE_1;
            case NOTICE_2 -> Template.NOTICE_2;
            case NOTICE_3 -> Template.NOTICE_3;
            case TEXT_MESSAGE,
                    CALL,
                    INTEREST_NOTICE,
                    PORTAL_NOTICE,
                    VISIT,
                    ESCALATE,
                    RECOMMEND_SUSPENSION,
                    RECOMMEND_HOLD,
                    RECOMMEND_AGENCY,
                    RECOMMEND_LEGAL,
                    CLEAR_CASH,
                    REVIEW,
                    READ_ANSWER -> throw new IllegalArgumentException(action.label() + " is no letter");
        };
    }
}
