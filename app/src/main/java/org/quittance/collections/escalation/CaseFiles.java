package org.quittance.collections.escalation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.agreement.Plans;
import org.quittance.collections.agreement.PromiseView;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.agreement.Settlements;
import org.quittance.collections.behaviour.Behaviours;
import org.quittance.collections.interest.InterestClaims;
import org.quittance.collections.interest.InterestWaivers;
import org.quittance.core.collections.OverdueExcerpt;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.TimelineEntry;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the case file of an account together. */
@Service
public class CaseFiles {

    private static final int ITEMS = 8;
    private static final int PROMISES = 4;
    private static final int CONTACTS = 5;
    /** How far down a timeline is looked for contacts. */
    private static final int LOOKED_THROUGH = 500;

    private static final Set<Activity.Kind> CONTACT_KINDS = EnumSet.of(
            Activity.Kind.CALL,
            Activity.Kind.EMAIL,
            Activity.Kind.LETTER,
            Activity.Kind.PROMISE,
            Activity.Kind.VISIT,
            Activity.Kind.TEXT_MESSAGE,
            Activity.Kind.PORTAL_NOTICE);

    private final VisibleAccounts visible;
    private final LedgerReader ledger;
    private final Promises promises;
    private final Behaviours behaviours;
    private final Plans plans;
    private final Settlements settlements;
    private final InterestClaims claims;
    private final InterestWaivers waivers;
    private final EscalationList escalations;
    private final Timeline timeline;
    private final BusinessClock clock;

    CaseFiles(
            VisibleAccounts visible,
            LedgerReader ledger,
            Promises promises,
            Behaviours behaviours,
            Plans plans,
            Settlements settlements,
            InterestClaims claims,
            InterestWaivers waivers,
            EscalationList escalations,
            Timeline timeline,
            BusinessClock clock) {
        this.visible = visible;
        this.ledger = ledger;
        this.promises = promises;
        this.behaviours = behaviours;
        this.plans = plans;
        this.settlements = settlements;
        this.claims = claims;
        this.waivers = waivers;
        this.escalations = escalations;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Of an account that the viewer sees, as it is today. */
    @Transactional
    public Optional<CaseFile> of(long accountId, Viewer viewer) {
        return of(accountId, Comparator.comparingInt(_ -> 0), viewer);
    }

    /** Of the account that an escalation is about, with that escalation before all others, whatever has become of it. */
    @Transactional
    public Optional<CaseFile> of(EscalationLine asked, Viewer viewer) {
        return of(asked.about().accountId(), Comparator.comparingInt(line -> line.id() == asked.id() ? 0 : 1), viewer);
    }

    private Optional<CaseFile> of(long accountId, Comparator<EscalationLine> order, Viewer viewer) {
        return visible.customerOf(viewer, accountId)
                .flatMap(customer -> ledger.customer(viewer, customer))
                .map(customer -> file(customer, accountId, order, viewer));
    }

    private CaseFile file(CustomerView customer, long accountId, Comparator<EscalationLine> order, Viewer viewer) {
        LocalDate today = clock.today();
        List<OpenItem> items = ledger.openItems(viewer, customer.id(), today).stream()
                .filter(item -> item.accountId() == accountId)
                .map(item -> item.openItem())
                .toList();
        List<PromiseCheck> made = promises.ofCustomer(viewer, customer.id()).stream()
                .filter(promise -> promise.accountId() == accountId)
                .map(PromiseView::check)
                .sorted(Comparator.comparing(
                                (PromiseCheck check) -> check.promise().dueOn())
                        .thenComparingLong(check -> check.promise().id().value())
                        .reversed())
                .toList();
        return new CaseFile(
                today,
                debtor(customer, accountId),
                Ageing.of(items, today, AgeingBands.standard()),
                OverdueExcerpt.of(items, today, ITEMS),
                CaseFile.NotOverdue.of(items, today),
                made.stream().limit(PROMISES).toList(),
                Math.max(0, made.size() - PROMISES),
                contacts(customer.id(), accountId),
                behaviours.ofCustomer(viewer, customer.id()).stream()
                        .filter(account -> account.accountId() == accountId)
                        .findFirst()
                        .orElseThrow()
                        .behaviour(),
                new CaseFile.Agreed(
                        plans.ofAccount(accountId, viewer),
                        settlements.ofAccount(accountId, viewer),
                        claims.ofAccount(accountId, viewer).stream()
                                .filter(claim -> !claim.neverLeft())
                                .toList(),
                        waivers.ofAccount(accountId, viewer)),
                asked(accountId, order, viewer));
    }

    private List<CaseFile.Asked> asked(long accountId, Comparator<EscalationLine> order, Viewer viewer) {
        List<EscalationLine> lines =
                escalations.ofAccount(viewer, accountId).stream().sorted(order).toList();
        Map<Long, EscalationEvent> answers = escalations.answers(lines);
        return lines.stream()
                .map(line -> new CaseFile.Asked(line, answers.get(line.id())))
                .toList();
    }

    private static CaseFile.Debtor debtor(CustomerView customer, long accountId) {
        CustomerView.Account account = customer.accounts().stream()
                .filter(each -> each.id() == accountId)
                .findFirst()
                .orElseThrow();
        Long limit = account.limitMinor();
        String collector = account.collector();
        return new CaseFile.Debtor(
                customer.name(),
                customer.number(),
                customer.country(),
                customer.segment(),
                account.entityName(),
                account.number(),
                collector == null ? account.portfolio() : collector,
                account.termsDays(),
                limit == null ? null : Money.ofMinor(limit, account.entityCurrency()));
    }

    /** What concerns the customer as a whole concerns each of its accounts. */
    private CaseFile.Contacts contacts(long customerId, long accountId) {
        List<Activity> contacts = timeline.of(CustomerId.of(customerId), null, LOOKED_THROUGH).stream()
                .map(TimelineEntry::activity)
                .filter(activity -> CONTACT_KINDS.contains(activity.kind()))
                .filter(activity -> activity.isAbout(AccountId.of(accountId)))
                .toList();
        return new CaseFile.Contacts(
                contacts.stream().limit(CONTACTS).toList(), Math.max(0, contacts.size() - CONTACTS));
    }
}
