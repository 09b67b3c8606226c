package org.quittance.web.customers;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.MoneyInSight;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.call.CallTakeBacks;
import org.quittance.collections.call.WrongNumbers;
import org.quittance.collections.contact.AnswerList;
import org.quittance.collections.contact.Presences;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.gate.Protections;
import org.quittance.collections.guide.GuideBook;
import org.quittance.collections.guide.GuideNote;
import org.quittance.copies.Copies;
import org.quittance.core.collections.NextAction;
import org.quittance.core.guide.GuideTopic;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Answers;
import org.quittance.correspondence.Consents;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.TimelineEntry;
import org.quittance.disputes.DisputeList;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.springframework.stereotype.Component;

/** Puts the page of a customer together: for whoever opens it, and for whoever sent a form of it that was refused. */
@Component
class CustomerPages {

    private static final int TIMELINE_SHOWN = 50;

    private final LedgerReader reader;
    private final NextActions nextActions;
    private final Promises promises;
    private final GuideBook guide;
    private final EscalationList escalations;
    private final DisputeList disputes;
    private final Copies copies;
    private final Timeline timeline;
    private final CallTakeBacks takeBacks;
    private final Answers answers;
    private final AnswerList answerList;
    private final Protections protections;
    private final Consents consents;
    private final WrongNumbers wrongNumbers;
    private final MoneyInSight moneyInSight;
    private final Presences presences;
    private final ExchangeRates rates;
    private final BusinessClock clock;

    CustomerPages(
            LedgerReader reader,
            NextActions nextActions,
            Promises promises,
            GuideBook guide,
            EscalationList escalations,
            DisputeList disputes,
            Copies copies,
            Timeline timeline,
            CallTakeBacks takeBacks,
            Answers answers,
            AnswerList answerList,
            Protections protections,
            Consents consents,
            WrongNumbers wrongNumbers,
            MoneyInSight moneyInSight,
            Presences presences,
            ExchangeRates rates,
            BusinessClock clock) {
        this.reader = reader;
        this.nextActions = nextActions;
        this.promises = promises;
        this.guide = guide;
        this.escalations = escalations;
        this.disputes = disputes;
        this.copies = copies;
        this.timeline = timeline;
        this.takeBacks = takeBacks;
        this.answers = answers;
        this.answerList = answerList;
        this.protections = protections;
        this.consents = consents;
        this.wrongNumbers = wrongNumbers;
        this.moneyInSight = moneyInSight;
        this.presences = presences;
        this.rates = rates;
        this.clock = clock;
    }

    Page customer(long id, PointOfView from, CallForm call, Problems problems, Viewer viewer) {
        CustomerView customer = visible(id, viewer);
        List<ItemLine> items = reader.openItems(viewer, id, from.asOf(), from.knownAt());
        Ageing ageing = Ageing.of(items.stream().map(ItemLine::openItem).toList(), from.asOf(), AgeingBands.standard());
        @Nullable List<AccountNext> next = from.isPresent(clock.today()) ? nextActions.ofCustomer(viewer, id) : null;
        List<TimelineEntry> entries = timeline.of(new CustomerId(id), null, TIMELINE_SHOWN);
        return Page.of(
                "customers/customer",
                customer.name(),
                new CustomerPageView(
                        customer,
                        from,
                        ageing,
                        rates.reported(amounts(ageing), from.asOf()).orElse(null),
                        items,
                        next,
                        guide(next, viewer),
                        promises.ofCustomer(viewer, id),
                        escalations.ofCustomer(viewer, id),
                        disputes.ofCustomer(viewer, id),
                        from.isPresent(clock.today())
                                ? disputes.leftOut(
                                        items.stream().map(ItemLine::id).toList())
                                : Map.of(),
                        copies.inUse(items.stream().map(ItemLine::id).toList()),
                        entries,
                        takeBacks.ofCustomer(id, viewer),
                        answers.behind(entries.stream().map(TimelineEntry::id).toList()),
                        protections.of(id),
                        consents.of(new CustomerId(id)),
                        wrongNumbers.of(id),
                        answerList.toBeReadOf(id),
                        moneyInSight.of(id, viewer),
                        new ColleaguesView(id, presences.open(id, viewer)),
                        call,
                        problems));
    }

    /** What the process guide says to the actions that are next. */
    private List<GuideNote> guide(@Nullable List<AccountNext> next, Viewer viewer) {
        List<GuideTopic> topics = (next == null ? List.<AccountNext>of() : next)
                .stream()
                        .flatMap(account -> account.next() instanceof NextAction.Act act
                                ? Stream.concat(Stream.of(act.leading()), act.beside().stream())
                                : Stream.empty())
                        .map(GuideTopic::of)
                        .toList();
        return topics.isEmpty() ? List.of() : guide.notes(topics, clock.today(), viewer);
    }

    CustomerView visible(long id, Viewer viewer) {
        return reader.customer(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no customer " + id + " in your portfolios."));
    }

    boolean isVisible(long id, Viewer viewer) {
        return reader.customer(viewer, id).isPresent();
    }

    /** What is owed over all entities, what of it is overdue, and the credits, of each currency. */
    private static List<List<Money>> amounts(Ageing ageing) {
        return ageing.lines().stream()
                .map(line -> List.of(line.total().minus(line.apart()), line.overdue(), line.apart()))
                .toList();
    }
}
