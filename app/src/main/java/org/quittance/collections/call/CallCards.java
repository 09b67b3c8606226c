package org.quittance.collections.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.PromiseView;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.behaviour.AccountBehaviour;
import org.quittance.collections.behaviour.Behaviours;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.gate.Diallings;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.call.CallScript;
import org.quittance.core.call.Concession;
import org.quittance.core.collections.CurrencyStanding;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.core.contact.Medium;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Consents;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.TimelineEntry;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares calls. */
@Service
public class CallCards {

    /** How far down a timeline is looked for the last talk. */
    private static final int LOOKED_THROUGH = 100;

    private static final Set<Activity.Kind> TALKS =
            EnumSet.of(Activity.Kind.CALL, Activity.Kind.PROMISE, Activity.Kind.VISIT);

    private final VisibleAccounts visible;
    private final LedgerReader ledger;
    private final NextActions nextActions;
    private final Behaviours behaviours;
    private final Promises promises;
    private final Diallings diallings;
    private final WrongNumbers wrongNumbers;
    private final Consents consents;
    private final Timeline timeline;
    private final AuthorityBook authorities;
    private final BusinessClock clock;

    CallCards(
            VisibleAccounts visible,
            LedgerReader ledger,
            NextActions nextActions,
            Behaviours behaviours,
            Promises promises,
            Diallings diallings,
            WrongNumbers wrongNumbers,
            Consents consents,
            Timeline timeline,
            AuthorityBook authorities,
            BusinessClock clock) {
        this.visible = visible;
        this.ledger = ledger;
        this.nextActions = nextActions;
        this.behaviours = behaviours;
        this.promises = promises;
        this.diallings = diallings;
        this.wrongNumbers = wrongNumbers;
        this.consents = consents;
        this.timeline = timeline;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** The call about an account that the viewer works, or about the customer's others where it is settled; empty where nothing is open. */
    @Transactional
    public Optional<CallCard> about(long accountId, Viewer viewer) {
        return visible.customerOf(viewer, accountId)
                .flatMap(customer -> ledger.customer(viewer, customer))
                .flatMap(customer -> card(customer, accountId, viewer));
    }

    private Optional<CallCard> card(CustomerView customer, long accountId, Viewer viewer) {
        LocalDate today = clock.today();
        List<CallCard.Account> accounts = accounts(customer, accountId, viewer);
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CallCard(
                customer,
                today,
                accounts,
                contacts(customer, viewer),
                lastTalk(customer),
                Concession.of(overdue(accounts), authorities.plans(), authorities.yardstick())));
    }

    private List<CallCard.Account> accounts(CustomerView customer, long first, Viewer viewer) {
        Map<Long, CustomerView.Account> known =
                customer.accounts().stream().collect(Collectors.toMap(CustomerView.Account::id, Function.identity()));
        Map<Long, PaymentBehaviour> behaviour = behaviours.ofCustomer(viewer, customer.id()).stream()
                .collect(Collectors.toMap(AccountBehaviour::accountId, AccountBehaviour::behaviour));
        Map<Long, List<PromiseView>> promised = promises.ofCustomer(viewer, customer.id()).stream()
                .collect(Collectors.groupingBy(PromiseView::accountId));
        List<CallCard.Account> accounts = new ArrayList<>();
        for (AccountNext next : nextActions.ofCustomer(viewer, customer.id())) {
            CustomerView.Account account = known.get(next.accountId());
            PaymentBehaviour pays = behaviour.get(next.accountId());
            if (account != null && pays != null) {
                accounts.add(new CallCard.Account(
                        account,
                        next,
                        pays,
                        CallScript.of(next.standing(), pays.change()),
                        promised.getOrDefault(next.accountId(), List.of())));
            }
        }
        accounts.sort(Comparator.comparingInt(
                        (CallCard.Account each) -> each.account().id() == first ? 0 : 1)
                .thenComparingLong(each -> each.account().id()));
        return accounts;
    }

    private List<CallCard.Reachable> contacts(CustomerView customer, Viewer viewer) {
        Map<Long, ContactVerdict> outlook = diallings.outlook(customer.id(), viewer);
        List<Consents.Noted> noted = consents.of(CustomerId.of(customer.id()));
        Map<String, WrongNumbers.Found> wrong = wrongNumbers.of(customer.id());
        Map<Long, List<Consent>> said = customer.contacts().stream()
                .collect(Collectors.toMap(
                        CustomerView.Contact::id,
                        contact -> noted.stream()
                                .filter(one -> one.concerns(contact.id(), contact.mobile()))
                                .map(Consents.Noted::consent)
                                .toList()));
        return customer.contacts().stream()
                .flatMap(contact -> Optional.ofNullable(outlook.get(contact.id())).stream()
                        .map(verdict -> new CallCard.Reachable(
                                contact,
                                verdict,
                                Consent.latest(said.getOrDefault(contact.id(), List.of()), Medium.CALL, clock.today())
                                        .orElse(null),
                                wrong.get(contact.phone()))))
                .sorted(Comparator.comparingInt((CallCard.Reachable each) -> each.wrong() == null ? 0 : 1)
                        .thenComparingInt(each -> each.isFree() ? 0 : 1)
                        .thenComparingLong(each -> each.contact().id()))
                .toList();
    }

    private CallCard.@Nullable Talk lastTalk(CustomerView customer) {
        return timeline.of(CustomerId.of(customer.id()), null, LOOKED_THROUGH).stream()
                .filter(TimelineEntry::stands)
                .map(TimelineEntry::activity)
                .filter(activity -> TALKS.contains(activity.kind()))
                .findFirst()
                .map(activity -> new CallCard.Talk(
                        activity,
                        customer.contacts().stream()
                                .filter(contact -> activity.contactId() != null && activity.contactId() == contact.id())
                                .map(CustomerView.Contact::name)
                                .findFirst()
                                .orElse(null)))
                .orElse(null);
    }

    private static List<Money> overdue(List<CallCard.Account> accounts) {
        Map<String, Money> sums = new TreeMap<>();
        for (CallCard.Account account : accounts) {
            if (account.next().standing().handOver().isPresent()) {
                continue;
            }
            for (CurrencyStanding currency : account.next().standing().currencies()) {
                if (currency.overdue().isPositive()) {
                    sums.merge(currency.currency().getCurrencyCode(), currency.overdue(), Money::plus);
                }
            }
        }
        return List.copyOf(sums.values());
    }
}
