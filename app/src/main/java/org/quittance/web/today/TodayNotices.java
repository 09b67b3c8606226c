package org.quittance.web.today;

import java.time.YearMonth;
import org.quittance.collections.decision.ApprovedMessages;
import org.quittance.collections.escalation.EscalationFilter;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.guide.GuideBook;
import org.quittance.collections.reminder.Brakes;
import org.quittance.collections.reminder.BulkSending;
import org.quittance.collections.reminder.Nights;
import org.quittance.collections.team.CallReviews;
import org.quittance.collections.worklist.WaitingAgreements;
import org.quittance.correspondence.Connections;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.Absences;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.team.TargetPages;
import org.springframework.stereotype.Component;

/** Gathers what somebody is told above their list: what is stopped or broken, what waits or is new for them, for whom they cover. */
@Component
class TodayNotices {

    private final Brakes brakes;
    private final BulkSending bulks;
    private final Connections connections;
    private final Nights nights;
    private final Absences absences;
    private final WaitingAgreements agreements;
    private final CallReviews reviews;
    private final GuideBook guide;
    private final Outbox outbox;
    private final EscalationList escalations;
    private final ApprovedMessages approved;
    private final TargetPages targets;
    private final BusinessClock clock;

    TodayNotices(
            Brakes brakes,
            BulkSending bulks,
            Connections connections,
            Nights nights,
            Absences absences,
            WaitingAgreements agreements,
            CallReviews reviews,
            GuideBook guide,
            Outbox outbox,
            EscalationList escalations,
            ApprovedMessages approved,
            TargetPages targets,
            BusinessClock clock) {
        this.brakes = brakes;
        this.bulks = bulks;
        this.connections = connections;
        this.nights = nights;
        this.absences = absences;
        this.agreements = agreements;
        this.reviews = reviews;
        this.guide = guide;
        this.outbox = outbox;
        this.escalations = escalations;
        this.approved = approved;
        this.targets = targets;
        this.clock = clock;
    }

    NoticesView of(Viewer viewer) {
        return new NoticesView(
                viewer.isAny(Role.TEAM_LEAD, Role.MANAGER) ? sending() : null,
                absences.coveredBy(viewer.personId()),
                agreements.counts(viewer),
                reviews.unread(viewer),
                guide.unread(viewer, clock.today()),
                own(viewer),
                targets.hasOwn(viewer, YearMonth.from(clock.today())));
    }

    private NoticesView.Own own(Viewer viewer) {
        return new NoticesView.Own(
                outbox.notSentOf(viewer.login(), clock.today().minusDays(1)),
                escalations.number(viewer, new EscalationFilter(EscalationFilter.Show.ANSWERED_TO_ME, null, null)),
                escalations.number(viewer, new EscalationFilter(EscalationFilter.Show.MINE, null, null)),
                approved.count(viewer));
    }

    private NoticesView.Sending sending() {
        return new NoticesView.Sending(
                brakes.holding().orElse(null), bulks.waitingForRelease(), connections.failing(), nights.times());
    }
}
