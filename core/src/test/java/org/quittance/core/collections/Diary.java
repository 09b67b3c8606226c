package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.NextAction.Act;
import org.quittance.core.collections.NextAction.Nothing;
import org.quittance.core.collections.NextAction.Wait;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * One customer and a clock that advances: what happens is entered, what the strategy wants is asserted, and what was done is recorded as
 * the application would.
 */
final class Diary {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Policy POLICY = Policy.standard(
            Yardstick.of(Money.of("10000", "EUR"), Money.of("11000", "USD"), Money.of("1600000", "JPY")));

    /** A wholesaler who pays 12 days beyond terms. */
    static final AccountTraits TRAITS = new AccountTraits(CustomerId.of(7), "UK", "wholesale", 12);

    private final Strategy strategy;
    private final Map<Long, ItemFacts> items = new TreeMap<>();
    private final List<Promise> promises = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<OpenEscalation> escalations = new ArrayList<>();
    private final List<InForce> inForce = new ArrayList<>();
    private final List<RefusedEscalation> refused = new ArrayList<>();
    private @Nullable ContactBlock block;
    private @Nullable PaymentPolicy paymentPolicy;
    private Set<Action> outOfReach = Set.of();
    private @Nullable ChosenStep chosen;
    private final List<StepVerdict> verdicts = new ArrayList<>();
    private final List<UnreadAnswer> unread = new ArrayList<>();
    private final List<CreditNaming> namings = new ArrayList<>();
    private LocalDate today = LocalDate.MIN;

    private Diary(Strategy strategy) {
        this.strategy = strategy;
    }

    static Diary underTheStandardStrategy() {
        return new Diary(Strategies.standard(EUR));
    }

    static Diary under(Strategy strategy) {
        return new Diary(strategy);
    }

    Diary on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    /** The clock advances to the day, and that is what the strategy wants on it. */
    Diary on(String day, String decision) {
        return on(day).wants(decision);
    }

    Diary invoice(long number, String amount, String due) {
        return owes(number, Money.of(amount, "EUR"), due);
    }

    Diary owes(long number, Money amount, String due) {
        LocalDate dueDate = LocalDate.parse(due);
        put(new ItemFacts(
                new OpenItem(
                        ItemId.of(number),
                        AccountId.of(1),
                        amount.isPositive() ? ItemKind.INVOICE : ItemKind.PAYMENT,
                        Long.toString(number),
                        dueDate.minusDays(30),
                        dueDate,
                        amount,
                        amount),
                Money.zero(amount.currency()),
                null));
        return this;
    }

    Diary pays(long number, String amount) {
        ItemFacts facts = facts(number);
        OpenItem item = facts.item();
        Money money = Money.of(amount, "EUR");
        OpenItem rest = new OpenItem(
                item.id(),
                item.account(),
                item.kind(),
                item.document(),
                item.documentDate(),
                item.dueDate(),
                item.original(),
                item.open().minus(money));
        put(new ItemFacts(rest, facts.disputed(), facts.dunned()));
        receipts.add(new Receipt(today, money, item.id()));
        return this;
    }

    Diary hasOnAccount(long number, String amount) {
        Money money = Money.of(amount, "EUR");
        receipts.add(new Receipt(today, money, null));
        return owes(number, money.negated(), today.toString());
    }

    /** What a credit is for, by its own word. */
    Diary names(long credit, long debit) {
        namings.add(new CreditNaming(ItemId.of(credit), ItemId.of(debit)));
        return this;
    }

    Diary hasCreditNote(long number, String amount) {
        LocalDate day = today;
        put(new ItemFacts(
                new OpenItem(
                        ItemId.of(number),
                        AccountId.of(1),
                        ItemKind.CREDIT_NOTE,
                        Long.toString(number),
                        day,
                        day,
                        Money.of(amount, "EUR").negated(),
                        Money.of(amount, "EUR").negated()),
                Money.zero(EUR),
                null));
        return this;
    }

    Diary promises(String amount, String due, long... numbers) {
        List<ItemId> covered = LongStream.of(numbers).mapToObj(ItemId::of).toList();
        promises.add(new Promise(
                PromiseId.of(promises.size() + 1L), Money.of(amount, "EUR"), today, LocalDate.parse(due), covered));
        return this;
    }

    Diary disputes(long number, String amount) {
        ItemFacts facts = facts(number);
        put(new ItemFacts(facts.item(), Money.of(amount, "EUR"), facts.dunned()));
        return this;
    }

    Diary offersToForgo(long number, String amount) {
        ItemFacts facts = facts(number);
        put(new ItemFacts(facts.item(), facts.disputed(), Money.of(amount, "EUR"), facts.dunned()));
        return this;
    }

    Diary isEscalated(EscalationPath path, String dueOn) {
        escalations.add(new OpenEscalation(path, "Mara Quill", today, LocalDate.parse(dueOn)));
        return this;
    }

    Diary isAnswered() {
        escalations.clear();
        return this;
    }

    Diary isApproved(EscalationPath path) {
        escalations.clear();
        inForce.add(new InForce(path, today));
        return this;
    }

    Diary isRefused(EscalationPath path, String why) {
        escalations.clear();
        refused.add(new RefusedEscalation(path, today, "Mara Quill", why));
        return this;
    }

    Diary isLifted() {
        inForce.clear();
        return this;
    }

    Diary paysBy(int graceDays, PayDays days, String until) {
        paymentPolicy = new PaymentPolicy(graceDays, days, LocalDate.parse(until), "Frame contract");
        return this;
    }

    /** Nobody there has a mobile number any more. */
    Diary hasNoMobile() {
        outOfReach = Set.of(Action.TEXT_MESSAGE);
        return this;
    }

    Diary answers(String from, String subject) {
        unread.add(new UnreadAnswer(from, today, subject));
        return this;
    }

    Diary chooses(String step, String insteadOf, String why) {
        chosen = new ChosenStep(AccountId.of(1), step, insteadOf, today, "amira", why);
        return this;
    }

    Diary approves(String step, long... numbers) {
        Set<ItemId> seen = LongStream.of(numbers).mapToObj(ItemId::of).collect(Collectors.toSet());
        verdicts.add(new StepVerdict(step, seen, StepVerdict.Kind.APPROVED, today, "tessa", ""));
        return this;
    }

    Diary declines(String step, String why) {
        verdicts.add(new StepVerdict(step, Set.of(), StepVerdict.Kind.DECLINED, today, "tessa", why));
        return this;
    }

    Diary isRead() {
        unread.clear();
        return this;
    }

    Diary mustNotBeContacted(String why) {
        block = new ContactBlock(why, today, null);
        return this;
    }

    /** Asserts today's decision, as {@code NOTICE_1 4711=100.00}, {@code WAIT 2026-05-10} or {@code NOTHING}. */
    Diary wants(String decision) {
        assertThat(inShort(decide())).as("on %s", today).isEqualTo(decision);
        return this;
    }

    Diary because(String... sentences) {
        assertThat(decide().reasons())
                .as("on %s", today)
                .extracting(Reason::sentence)
                .containsExactly(sentences);
        return this;
    }

    /** The wanted action is done, and recorded for the account and for each of its items. */
    Diary done() {
        Act act = act();
        contacts.add(new Contact(act.action(), today));
        for (Concern concern : act.items()) {
            Step step = concern.step();
            if (step != null) {
                ItemFacts facts = facts(concern.item().value());
                put(new ItemFacts(facts.item(), facts.disputed(), Dunning.after(facts.dunned(), step, today, null)));
            }
        }
        return this;
    }

    /** Somebody has rung them about something that is no step. */
    Diary called() {
        contacts.add(new Contact(Action.CALL, today));
        return this;
    }

    Act act() {
        return (Act) decide();
    }

    NextAction decide() {
        return strategy.decide(Standing.of(facts(), POLICY, today), TRAITS, POLICY);
    }

    LocalDate today() {
        return today;
    }

    AccountFacts facts() {
        return AccountFacts.about(AccountId.of(1))
                .items(List.copyOf(items.values()))
                .promises(promises)
                .receipts(receipts)
                .contacts(contacts)
                .block(block)
                .escalations(escalations)
                .inForce(inForce)
                .refused(refused)
                .paymentPolicy(paymentPolicy)
                .outOfReach(outOfReach)
                .unread(unread)
                .chosen(chosen)
                .verdicts(verdicts)
                .namings(namings)
                .build();
    }

    private void put(ItemFacts facts) {
        items.put(facts.item().id().value(), facts);
    }

    private ItemFacts facts(long number) {
        ItemFacts facts = items.get(number);
        if (facts == null) {
            throw new AssertionError("no invoice " + number);
        }
        return facts;
    }

    private static String inShort(NextAction decision) {
        return switch (decision) {
            case Act act ->
                act.action() + act.items().stream().map(Diary::inShort).collect(Collectors.joining());
            case Wait(LocalDate until, var _) -> "WAIT " + until;
            case Nothing _ -> "NOTHING";
        };
    }

    private static String inShort(Concern concern) {
        return " %s=%s"
                .formatted(concern.document(), concern.amount().toDecimal().toPlainString());
    }
}
