package org.quittance.web.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.CallTakeBacks;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.decision.SnoozeTakeBacks;
import org.quittance.collections.decision.StepApprovals;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.collections.worklist.WorklistSummary;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Sentences;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.LegalEntities;
import org.quittance.platform.BusinessClock;
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
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TodayController {

    private static final int ROWS_SHOWN = 50;

    private final Worklist worklist;
    private final TodayNotices notices;
    private final Overrides overrides;
    private final CallTakeBacks takeBacks;
    private final SnoozeTakeBacks snoozeTakeBacks;
    private final NightlyRun nightlyRun;
    private final StepApprovals approvals;
    private final EscalationList escalations;
    private final LegalEntities entities;
    private final People people;
    private final ExchangeRates rates;
    private final Outbox outbox;
    private final BusinessClock clock;

    TodayController(
            Worklist worklist,
            TodayNotices notices,
            Overrides overrides,
            CallTakeBacks takeBacks,
            SnoozeTakeBacks snoozeTakeBacks,
            NightlyRun nightlyRun,
            StepApprovals approvals,
            EscalationList escalations,
            LegalEntities entities,
            People people,
            ExchangeRates rates,
            Outbox outbox,
            BusinessClock clock) {
        this.worklist = worklist;
        this.notices = notices;
        this.overrides = overrides;
        this.takeBacks = takeBacks;
        this.snoozeTakeBacks = snoozeTakeBacks;
        this.nightlyRun = nightlyRun;
        this.approvals = approvals;
        this.escalations = escalations;
        this.entities = entities;
        this.people = people;
        this.rates = rates;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the address asks for; what it leaves out is all that can be worked now. */
    record Asked(
            WorklistFilter.@Nullable Show show,
            @Nullable Long entity,
            @Nullable Long portfolio,
            @Nullable Action action) {

        WorklistFilter filter() {
            return new WorklistFilter(show == null ? WorklistFilter.Show.TO_DO : show, entity, portfolio, null, action);
        }

        String at(String address, int from) {
            Query url = on(address);
            return (from == 0 ? url : url.with("from", from)).url();
        }

        Query on(String address) {
            Query url = Query.of(address);
            url = show == null ? url : url.with("show", show);
            url = entity == null ? url : url.with("entity", entity);
            url = portfolio == null ? url : url.with("portfolio", portfolio);
            return action == null ? url : url.with("action", action);
        }
    }

    @GetMapping("/today")
    Page today(Asked asked, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
        List<WorklistRow> found = worklist.rows(viewer, asked.filter(), from, ROWS_SHOWN + 1);
        WorklistSummary summary = worklist.summary(viewer);
        List<WorklistRow> shown = found.subList(0, Math.min(found.size(), ROWS_SHOWN));
        Map<Long, Message> waiting = outbox.waitingTo(
                shown.stream().map(row -> row.account().customerId()).toList());
        Pager pager = Pager.of(asked.on("/today"), from, ROWS_SHOWN, found.size());
        return Page.of(
                "today/today",
                "Today",
                new TodayView(
                        notices.of(viewer),
                        viewer.isAny(Role.TEAM_LEAD, Role.MANAGER) ? approvals.count(viewer) : null,
                        owned(viewer),
                        asked.filter(),
                        asked.on(CallRound.PATH).url(),
                        CallRound.isOfCallsOnly(asked)
                                ? TodayView.CallsWhom.DUE_A_CALL
                                : TodayView.CallsWhom.ALL_OF_THE_LIST,
                        LastNoted.of(takeBacks.last(viewer), snoozeTakeBacks.last(viewer))
                                .orElse(null),
                        asked.on("/today/taken-back").url(),
                        summary,
                        escalations.counts(viewer),
                        rates.reported(summary.atStake().stream().map(List::of).toList(), clock.today())
                                .orElse(null),
                        shown.stream()
                                .map(row -> new TodayView.Line(
                                        row,
                                        waiting.get(row.account().customerId()),
                                        asked.at(
                                                "/today/%d/snoozes"
                                                        .formatted(row.account().accountId()),
                                                from)))
                                .toList(),
                        pager,
                        entities.all(),
                        people.portfolios()));
    }

    private List<TodayView.Owned> owned(Viewer viewer) {
        List<WorklistFilter.Show> theirs = new ArrayList<>();
        if (viewer.is(Role.TEAM_LEAD)) {
            theirs.add(WorklistFilter.Show.FOR_LEADS);
        }
        if (viewer.is(Role.MANAGER)) {
            theirs.add(WorklistFilter.Show.FOR_MANAGER);
        }
        return theirs.stream()
                .map(show -> new TodayView.Owned(show, worklist.count(viewer, WorklistFilter.of(show))))
                .toList();
    }

    /** Decides about every account now, as the night does. */
    @PostMapping("/today/runs")
    Answer run(Viewer viewer) {
        if (!viewer.isAny(Role.TEAM_LEAD, Role.MANAGER)) {
            throw PageRefused.forbidden("A team lead or the credit manager starts a run.");
        }
        return switch (nightlyRun.run(clock.today(), viewer.login())) {
            case RunOutcome.Published published ->
                Redirect.to("/today")
                        .saying("%d accounts decided, %d with something to do."
                                .formatted(published.accounts(), published.actions()));
            case RunOutcome.UnderWay _ -> Redirect.to("/today").refusing("A run is under way already.");
        };
    }

    @PostMapping("/today/{account}/wakings")
    Answer wake(@PathVariable long account, Asked asked, Viewer viewer) {
        Overrides.Outcome outcome = overrides.wake(account, viewer);
        Redirect list = Redirect.to(asked.on("/today").url());
        return outcome == Overrides.Outcome.DONE
                ? list.saying("It is on the list again.")
                : list.refusing(outcome.sentence());
    }

    @PostMapping("/today/{account}/snoozes")
    Answer snooze(
            @PathVariable long account,
            Asked asked,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam LocalDate until,
            @RequestParam String reason,
            Viewer viewer) {
        Overrides.Outcome outcome = overrides.snooze(account, until, reason, viewer);
        Redirect list = Redirect.to(asked.at("/today", from));
        return outcome == Overrides.Outcome.DONE
                ? list.saying("Put off until " + Sentences.day(until) + ".")
                : list.refusing(outcome.sentence());
    }
}
