package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.CashDesk;
import org.quittance.cash.CashQueue;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.DeskRefusal;
import org.quittance.cash.Parking;
import org.quittance.cash.PaymentReader;
import org.quittance.cash.PaymentView;
import org.quittance.cash.Proposal;
import org.quittance.cash.QueueRow;
import org.quittance.cash.ReturnReader;
import org.quittance.cash.StaleItems;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of what needs a person, and the one key that accepts what is proposed. */
@Controller
class QueueController {

    private static final int ROWS_SHOWN = 25;
    private static final int ALTERNATIVES = 5;
    private static final int PUT_OFF_DAYS = 7;
    private static final int EXPORTED = 100_000;

    private final CashQueue queue;
    private final CashDesk desk;
    private final Parking parking;
    private final PaymentReader payments;
    private final ReturnReader returns;
    private final LegalEntities entities;
    private final People people;
    private final BusinessClock clock;

    QueueController(
            CashQueue queue,
            CashDesk desk,
            Parking parking,
            PaymentReader payments,
            ReturnReader returns,
            LegalEntities entities,
            People people,
            BusinessClock clock) {
        this.queue = queue;
        this.desk = desk;
        this.parking = parking;
        this.payments = payments;
        this.returns = returns;
        this.entities = entities;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/cash")
    Page queue(QueueAsked asked, Viewer viewer) {
        return page(asked, null, viewer);
    }

    @GetMapping("/cash/export")
    void export(QueueAsked asked, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        List<QueueRow> rows = queue.rows(viewer, asked.filter(), 0, EXPORTED, 1);
        new TableExport("cash queue " + clock.today(), QueueTable.COLUMNS)
                .to(
                        response,
                        format,
                        rows.stream()
                                .map(row -> QueueTable.row(row, clock.today()))
                                .toList());
    }

    /** Accepts the proposal that the page has shown, while it stands. htmx gets the rows that are left, everybody else the whole queue again. */
    @PostMapping("/cash/payments/{id}/proposals/{key}")
    Answer accept(
            @PathVariable long id,
            @PathVariable String key,
            QueueAsked asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Viewer viewer) {
        DeskOutcome outcome = accept(id, key, viewer);
        if (htmx != null) {
            return page(asked, outcome, viewer);
        }
        return switch (outcome) {
            case DeskOutcome.Done(String sentence) ->
                Redirect.to(asked.query().url()).saying(sentence);
            case DeskOutcome.Refused refused -> Redirect.to(asked.query().url()).refusing(refused.sentence());
            case DeskOutcome.TakenAlready taken ->
                Redirect.to("/cash/payments/" + id)
                        .refusing("%s has assigned this payment in the meantime; when, stands below."
                                .formatted(taken.actor()));
        };
    }

    /**
     * What the form below the queue sends.
     *
     * @param keeper who looks after the payments; {@code owner} is what the queue is filtered by
     */
    record Several(@Nullable List<Long> payment, String keeper, LocalDate until, String nextStep) {}

    /** Puts the payments that are chosen off at once. */
    @PostMapping("/cash/parkings")
    Answer park(QueueAsked asked, Several form, Viewer viewer) {
        List<Long> chosen = form.payment() == null ? List.of() : form.payment();
        String back = asked.query().url();
        return switch (parking.parkAll(chosen, form.keeper(), form.until(), form.nextStep(), viewer)) {
            case DeskOutcome.Done(String sentence) -> Redirect.to(back).saying(sentence);
            case DeskOutcome.Refused refused -> Redirect.to(back).refusing(refused.sentence());
            case DeskOutcome.TakenAlready taken ->
                throw new IllegalStateException("Parking is no assignment, and " + taken.actor() + " made none");
        };
    }

    private DeskOutcome accept(long id, String key, Viewer viewer) {
        PaymentView view = payments.payment(id, viewer)
                .orElseThrow(() -> PageRefused.notFound("There is no payment P" + id + "."));
        Optional<Proposal> shown = view.proposals().stream()
                .filter(proposal -> proposal.key().equals(key))
                .findFirst();
        if (shown.isEmpty()) {
            return new DeskOutcome.Refused(DeskRefusal.NO_LONGER_OPEN, DeskRefusal.NO_LONGER_OPEN.sentence());
        }
        try {
            return desk.assign(id, shown.get().wish(), viewer);
        } catch (StaleItems _) {
            return new DeskOutcome.Refused(DeskRefusal.NO_LONGER_OPEN, DeskRefusal.NO_LONGER_OPEN.sentence());
        }
    }

    private Page page(QueueAsked asked, @Nullable DeskOutcome outcome, Viewer viewer) {
        List<QueueRow> found = queue.rows(viewer, asked.filter(), asked.start(), ROWS_SHOWN + 1, ALTERNATIVES);
        Query query = asked.query();
        Pager pager = Pager.of(query, asked.start(), ROWS_SHOWN, found.size());
        QueueView view = new QueueView(
                asked.filter(),
                query,
                found.subList(0, Math.min(found.size(), ROWS_SHOWN)),
                queue.totals(viewer, asked.filter()),
                pager,
                entities.all(),
                cashPeople(people.all()),
                returns.waiting(),
                clock.today().plusDays(PUT_OFF_DAYS),
                outcome);
        return Page.of("cash/queue", "Cash", view).orFragment("cash/queueRows");
    }

    /** Whoever can be given a payment to look after. */
    static List<Person> cashPeople(List<Person> all) {
        return all.stream()
                .filter(person -> !person.isDisabled())
                .filter(person -> person.roles().stream()
                        .anyMatch(role -> role == Role.CASH
                                || role == Role.COLLECTOR
                                || role == Role.TEAM_LEAD
                                || role == Role.MANAGER))
                .toList();
    }
}
