package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * Where an account stands at a business date: everything a collector wants to see of it at a glance, and everything that the next
 * action is decided by.
 *
 * @param items the open debits, the longest overdue first
 * @param credits what lies on account, with what is open of it; the first that came first
 * @param currencies one per currency of an open item, by code
 * @param promises each held against the money that came, in the order in which they fall due
 * @param contacts the latest of each action up to the date
 * @param block the order not to contact, if one holds on the date
 * @param limit how much the customer may owe
 * @param escalations those that wait for an answer, the first to be answered first
 * @param inForce what was approved and has not been lifted, the gravest first
 * @param refused what was refused lately and has not been asked for again, the latest first
 * @param paymentPolicy by which the customer pays as agreed, if that holds on the date
 * @param outOfReach actions by which nobody there can be reached
 * @param unread what the customer has written that nobody has read, the first that came first
 * @param chosen the step that a person has chosen, if that still holds on the date
 * @param verdicts what was said to steps that need approval, the latest last
 * @param namings which of the items the credits name
 */
public record Standing(
        AccountId account,
        LocalDate asOf,
        List<ItemStanding> items,
        List<OpenItem> credits,
        List<CurrencyStanding> currencies,
        List<PromiseCheck> promises,
        List<Contact> contacts,
        Payer payer,
        @Nullable ContactBlock block,
        @Nullable Money limit,
        List<OpenEscalation> escalations,
        List<InForce> inForce,
        List<RefusedEscalation> refused,
        @Nullable PaymentPolicy paymentPolicy,
        Set<Action> outOfReach,
        List<UnreadAnswer> unread,
        @Nullable ChosenStep chosen,
        List<StepVerdict> verdicts,
        List<CreditNaming> namings) {

    private static final Comparator<ItemFacts> OLDEST_FIRST = Comparator.comparing(
                    (ItemFacts facts) -> facts.item().dueDate())
            .thenComparingLong(facts -> facts.item().id().value());

    private static final Comparator<OpenEscalation> FIRST_DUE =
            Comparator.comparing(OpenEscalation::dueOn).thenComparing(OpenEscalation::path);

    public Standing {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(payer, "payer");
        items = List.copyOf(items);
        credits = List.copyOf(credits);
        currencies = List.copyOf(currencies);
        promises = List.copyOf(promises);
        contacts = List.copyOf(contacts);
        escalations = List.copyOf(escalations);
        inForce = List.copyOf(inForce);
        refused = List.copyOf(refused);
        outOfReach = Set.copyOf(outOfReach);
        unread = List.copyOf(unread);
        verdicts = List.copyOf(verdicts);
        namings = List.copyOf(namings);
    }

    /** Sums the facts up at the business date. */
    public static Standing of(AccountFacts facts, Policy policy, LocalDate asOf) {
        List<PromiseCheck> promises =
                PromiseCheck.ofAll(facts.promises(), facts.receipts(), asOf, policy.promiseGraceDays());
        List<ItemFacts> byAge = new ArrayList<>(facts.items());
        byAge.sort(OLDEST_FIRST);
        PromisedAmounts promised = new PromisedAmounts(promises, byAge);
        StandingSums sums = new StandingSums(policy, asOf);
        List<ItemStanding> items = new ArrayList<>(byAge.size());
        List<OpenItem> credits = new ArrayList<>(0);
        for (int i = 0; i < byAge.size(); i++) {
            ItemFacts fact = byAge.get(i);
            OpenItem item = fact.item();
            if (!item.isDebit()) {
                sums.addCredit(item);
                if (item.open().isNegative()) {
                    credits.add(item);
                }
            } else if (item.open().isPositive()) {
                long disputed = fact.disputed().minor();
                ItemStanding standing = new ItemStanding(
                        item,
                        item.daysPastDue(asOf),
                        disputed,
                        fact.forgone().minor(),
                        promised.minorOf(i),
                        fact.dunned());
                sums.addDebit(standing);
                items.add(standing);
            }
        }
        ContactBlock block = facts.block();
        PaymentPolicy paymentPolicy = facts.paymentPolicy();
        ChosenStep chosen = facts.chosen();
        return new Standing(
                facts.account(),
                asOf,
                items,
                credits,
                sums.standings(),
                promises,
                latestOfEach(facts.contacts(), asOf),
                facts.payer(),
                block != null && block.holdsOn(asOf) ? block : null,
                facts.limit(),
                facts.escalations().stream().sorted(FIRST_DUE).toList(),
                InForce.sorted(facts.inForce()),
                RefusedEscalation.sorted(facts.refused()),
                paymentPolicy != null && paymentPolicy.holdsOn(asOf) ? paymentPolicy : null,
                facts.outOfReach(),
                facts.unread(),
                chosen != null && chosen.holdsOn(asOf) ? chosen : null,
                facts.verdicts(),
                facts.namings());
    }

    /** What gives the account to an agency or a lawyer; while it is in force, we ask for nothing ourselves. */
    public Optional<InForce> handOver() {
        return InForce.handOver(inForce);
    }

    /** The item that has been owed longest. */
    public Optional<ItemStanding> oldest() {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst());
    }

    /** How many days the oldest item is past due; negative while nothing is due, zero when nothing is owed. */
    public long oldestDaysPastDue() {
        return items.isEmpty() ? 0 : items.getFirst().daysPastDue();
    }

    public Optional<CurrencyStanding> in(Currency currency) {
        return currencies.stream()
                .filter(standing -> standing.currency().equals(currency))
                .findFirst();
    }

    /** The latest message, call or escalation of the kind. */
    public Optional<Contact> last(Action action) {
        return contacts.stream().filter(contact -> contact.action() == action).findFirst();
    }

    /** The latest that reached the customer, in writing or by voice. */
    public Optional<Contact> lastContact() {
        return contacts.stream()
                .filter(contact -> contact.action().isContact())
                .max(Comparator.comparing(Contact::on).thenComparing(Contact::action));
    }

    private static List<Contact> latestOfEach(List<Contact> contacts, LocalDate asOf) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        Map<Action, Contact> latest = new EnumMap<>(Action.class);
        for (Contact contact : contacts) {
            if (!contact.on().isAfter(asOf)) {
                latest.merge(contact.action(), contact, (one, other) -> one.on().isBefore(other.on()) ? other : one);
            }
        }
        return List.copyOf(latest.values());
    }

    /** Whether what lies on account covers all that can be asked for, in each currency: then it is applied, and nobody is asked. */
    public boolean isCoveredByCredits() {
        boolean covered = false;
        for (CurrencyStanding currency : currencies) {
            if (currency.chaseable().isPositive() && !currency.isCoveredByCredits()) {
                return false;
            }
            covered |= currency.isCoveredByCredits();
        }
        return covered;
    }
}
