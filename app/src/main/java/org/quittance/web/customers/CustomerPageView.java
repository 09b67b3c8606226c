package org.quittance.web.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.MoneyInSight;
import org.quittance.collections.agreement.PromiseView;
import org.quittance.collections.call.WrongNumbers;
import org.quittance.collections.contact.AnswerLine;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.collections.gate.Protection;
import org.quittance.collections.guide.GuideNote;
import org.quittance.copies.CopyLine;
import org.quittance.core.collections.ContactBlock;
import org.quittance.core.collections.NextAction;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.ledger.ReportingTotals;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Consents;
import org.quittance.correspondence.TimelineEntry;
import org.quittance.disputes.DisputeLine;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ItemLine;
import org.quittance.web.page.AgeingBar;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Query;

/**
 * A customer as a collector sees it.
 *
 * @param from the day and the moment of knowledge that the amounts are of
 * @param ageing the open items by age, one line for each currency
 * @param reported the same in the reporting currency; null before one was chosen
 * @param next what is to be done about each account; null where the page does not show the present
 * @param guide what the process guide says to what is next
 * @param escalations what waits or is in force first, then what is over
 * @param disputes the open ones first
 * @param disputed what of the items shown nobody asks for now, by item
 * @param copies the PDFs of the items shown, by item
 * @param mayBeTakenBack rows of the timeline with calls that the viewer has noted a moment ago, the last first
 * @param mails the mails behind rows of the timeline, by the rows' numbers
 * @param protection who it is before the law, and which laws on contact bind
 * @param consents what its people have said about being contacted, the last first
 * @param wrongNumbers telephone numbers under which somebody else has answered
 * @param unread what they have written that nobody has read
 * @param inSight payments that wait in Cash and may be theirs
 * @param colleagues who else is at the customer
 * @param call what stands in the form for a call
 */
public record CustomerPageView(
        CustomerView customer,
        PointOfView from,
        Ageing ageing,
        @Nullable ReportingTotals reported,
        List<ItemLine> items,
        @Nullable List<AccountNext> next,
        List<GuideNote> guide,
        List<PromiseView> promises,
        List<EscalationLine> escalations,
        List<DisputeLine> disputes,
        Map<Long, Money> disputed,
        Map<Long, CopyLine> copies,
        List<TimelineEntry> timeline,
        List<Long> mayBeTakenBack,
        Map<Long, Long> mails,
        Protection protection,
        List<Consents.Noted> consents,
        Map<String, WrongNumbers.Found> wrongNumbers,
        List<AnswerLine> unread,
        List<MoneyInSight.Waiting> inSight,
        ColleaguesView colleagues,
        CallForm call,
        Problems problems) {

    public CustomerPageView {
        items = List.copyOf(items);
        next = next == null ? null : List.copyOf(next);
        guide = List.copyOf(guide);
        promises = List.copyOf(promises);
        escalations = List.copyOf(escalations);
        disputes = List.copyOf(disputes);
        disputed = Map.copyOf(disputed);
        copies = Map.copyOf(copies);
        timeline = List.copyOf(timeline);
        mayBeTakenBack = List.copyOf(mayBeTakenBack);
        mails = Map.copyOf(mails);
        consents = List.copyOf(consents);
        wrongNumbers = Map.copyOf(wrongNumbers);
        unread = List.copyOf(unread);
        inSight = List.copyOf(inSight);
    }

    /** The last word of a contact about each medium. */
    public List<Consents.Noted> lastWords(CustomerView.Contact contact) {
        return consents.stream()
                .filter(noted -> noted.concerns(contact.id(), contact.mobile()))
                .collect(Collectors.toMap(
                        noted -> noted.consent().medium(), noted -> noted, (last, _) -> last, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    public LocalDate asOf() {
        return from.asOf();
    }

    /** The items shown, as a file. */
    public String exportUrl() {
        Query url = Query.of("/customers/" + customer.id() + "/items/export")
                .with("format", "XLSX")
                .with("asOf", asOf());
        return (from.knownAt() == null ? url : url.with("knownAt", from.knownAt())).url();
    }

    public AgeingBar bar(Ageing.Line line) {
        List<AgeingBar.Band> bands = new ArrayList<>();
        for (int band = 0; band < line.perBand().size(); band++) {
            bands.add(new AgeingBar.Band(
                    ageing.bands().label(band), band, line.perBand().get(band), "#items"));
        }
        return AgeingBar.of(bands);
    }

    /** Which of the customer's accounts it is. */
    public String accountName(AccountNext next) {
        return customer.accounts().stream()
                .filter(account -> account.id() == next.accountId())
                .map(account -> account.entityName() + ", " + account.number())
                .findFirst()
                .orElseThrow();
    }

    /** Who rang whom, and with whom they spoke; empty of what is no call, and where nothing of it is known. */
    public String talkedWith(Activity activity) {
        if (activity.kind() != Activity.Kind.CALL && activity.kind() != Activity.Kind.PROMISE) {
            return "";
        }
        List<String> parts = new ArrayList<>(2);
        if (activity.direction() == Activity.Direction.IN) {
            parts.add("they called");
        }
        customer.contacts().stream()
                .filter(contact -> activity.contactId() != null && activity.contactId() == contact.id())
                .map(contact -> "with " + contact.name())
                .findFirst()
                .ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /** Which of the customer's accounts it was about, where there are several; empty where it was about the customer. */
    public String accountsOf(Activity activity) {
        return customer.accounts().size() < 2
                ? ""
                : customer.accounts().stream()
                        .filter(account -> activity.accounts().contains(AccountId.of(account.id())))
                        .map(account -> account.entityName() + ", " + account.number())
                        .collect(Collectors.joining(" · "));
    }

    /** Where what is next about an account is done; empty where there is no page for it, or nothing to do. */
    public Optional<String> doneAt(AccountNext next) {
        return next.next() instanceof NextAction.Act act
                ? NextDeed.at(act.leading(), customer.id(), next.accountId())
                : Optional.empty();
    }

    /** The order not to contact the customer, if one holds. */
    public Optional<ContactBlock> block() {
        return Optional.ofNullable(next).stream()
                .flatMap(List::stream)
                .flatMap(each -> Optional.ofNullable(each.standing().block()).stream())
                .findFirst();
    }

    /** What was approved and is in force: a hold, an agency, a lawsuit. */
    public List<EscalationLine> inForce() {
        return escalations.stream().filter(EscalationLine::isInForce).toList();
    }

    /** The key by which the call of a row is taken back: the last one alone has one. */
    public @Nullable String takeBackKey(TimelineEntry entry) {
        return mayBeTakenBack.getFirst() == entry.id() ? "u" : null;
    }

    /** What a call can end in. */
    public CallResult[] results() {
        return CallResult.values();
    }

    /** The currencies in which something is owed: what a promise can be made in. */
    public List<Money> promisable() {
        return ageing.lines().stream()
                .filter(line -> line.total().isPositive())
                .map(Ageing.Line::overdue)
                .toList();
    }

    /**
     * What a promise would most likely be for: all that is overdue on the account that the page was opened for, or else on the one that
     * comes first in the worklist, in the currency with the largest such debt; null where nothing is overdue.
     */
    public @Nullable Offer offer() {
        return items.stream()
                .filter(item -> item.openMinor() > 0 && item.daysPastDue(asOf()) > 0)
                .filter(item -> call.account() == null || call.account() == item.accountId())
                .collect(Collectors.groupingBy(
                        ItemLine::accountId,
                        Collectors.toMap(ItemLine::currency, item -> money(item, item.openMinor()), Money::plus)))
                .entrySet()
                .stream()
                .max(Comparator.<Map.Entry<Long, Map<String, Money>>>comparingInt(account -> points(account.getKey()))
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(account -> new Offer(
                        account.getKey(),
                        Collections.max(account.getValue().values(), Comparator.comparingLong(Money::minor))))
                .orElse(null);
    }

    private int points(long account) {
        return next == null
                ? 0
                : next.stream()
                        .filter(one -> one.accountId() == account)
                        .mapToInt(one -> one.priority().total())
                        .sum();
    }

    /** An amount that could be promised on an account. */
    public record Offer(long account, Money amount) {

        /** As it is typed. */
        public String typed() {
            return amount.toDecimal().toPlainString();
        }
    }

    /** Whether the form for a call starts with this account. */
    public boolean startsWith(CustomerView.Account account) {
        Offer offer = offer();
        Long chosen = call.account() != null ? call.account() : offer == null ? null : Long.valueOf(offer.account());
        return chosen != null && chosen == account.id();
    }

    /** Whether a promise in this currency is what the form for a call starts with. */
    public boolean startsWith(Currency currency) {
        Offer offer = offer();
        return offer != null && offer.amount().currency().equals(currency);
    }

    public Money money(ItemLine item, long minor) {
        return Money.ofMinor(minor, item.currency());
    }
}
