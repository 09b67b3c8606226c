package org.quittance.collections.escalation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quittance.collections.agreement.PlanView;
import org.quittance.collections.agreement.SettlementView;
import org.quittance.collections.interest.InterestClaim;
import org.quittance.collections.interest.InterestWaiver;
import org.quittance.core.agreement.PlanStanding.InstalmentState;
import org.quittance.core.collections.Sentences;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Report;
import org.quittance.correspondence.letter.Report.Fact;

/** What was agreed and claimed on an account, in one line each; what is left out is counted. */
final class CaseFileAgreed {

    private static final int OF_EACH = 2;
    private static final int REASON = 160;

    private CaseFileAgreed() {}

    static List<Fact> facts(CaseFile.Agreed agreed) {
        List<Fact> facts = new ArrayList<>();
        agreed.plans().stream().limit(OF_EACH).forEach(plan -> facts.add(plan(plan)));
        more(agreed.plans(), "Plans", facts);
        agreed.settlements().stream().limit(OF_EACH).forEach(settlement -> facts.add(settlement(settlement)));
        more(agreed.settlements(), "Settlements", facts);
        if (!agreed.claims().isEmpty() || !agreed.waivers().isEmpty()) {
            facts.add(new Fact("Interest", claimed(agreed.claims()) + " " + givenUp(agreed.waivers())));
        }
        return facts;
    }

    private static void more(List<?> all, String of, List<Fact> facts) {
        if (all.size() > OF_EACH) {
            facts.add(new Fact(of, "and %d more".formatted(all.size() - OF_EACH)));
        }
    }

    private static Fact plan(PlanView plan) {
        String words = "%s. %s in %d instalments until %s"
                .formatted(
                        plan.state().label(),
                        Sentences.money(plan.total()),
                        plan.lines().size(),
                        Report.day(plan.lines().getLast().instalment().dueOn()));
        return new Fact(
                "Plan " + plan.number().text(),
                words + (plan.state().wasApproved() ? "; " + instalments(plan) : "") + reason(plan.reason()));
    }

    /** Such as {@code 1 kept, 2 open, EUR 620.00 outstanding}. */
    private static String instalments(PlanView plan) {
        Map<InstalmentState, Long> counts = new EnumMap<>(InstalmentState.class);
        for (PlanView.Line line : plan.lines()) {
            if (line.state() != null) {
                counts.merge(line.state(), 1L, Long::sum);
            }
        }
        String words = counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        Money outstanding = plan.lines().stream()
                .map(PlanView.Line::outstanding)
                .reduce(Money::plus)
                .orElseThrow();
        return "%s, %s outstanding".formatted(words, Sentences.money(outstanding));
    }

    private static Fact settlement(SettlementView settlement) {
        return new Fact(
                "Settlement " + settlement.number(),
                "%s. %s for the %s owed, if paid by %s; %s came%s"
                        .formatted(
                                settlement.state().label(),
                                Sentences.money(settlement.terms().offer()),
                                Sentences.money(settlement.terms().owed()),
                                Report.day(settlement.payBy()),
                                Sentences.money(settlement.came()),
                                reason(settlement.reason())));
    }

    private static String reason(String reason) {
        return reason.isBlank() ? "" : ". " + CaseFilePaper.cut(reason, REASON);
    }

    /** A later notice takes the place of an earlier one: only the latest is claimed. */
    private static String claimed(List<InterestClaim> claims) {
        if (claims.isEmpty()) {
            return "Not claimed.";
        }
        InterestClaim latest = claims.getFirst();
        String earlier = switch (claims.size()) {
            case 1 -> "";
            case 2 -> ", in place of an earlier notice";
            default -> ", in place of %d earlier notices".formatted(claims.size() - 1);
        };
        return "%s claimed by notice %s of %s, to be paid by %s%s."
                .formatted(
                        Sentences.money(latest.due()),
                        latest.number(),
                        Report.day(latest.asOf()),
                        Report.day(latest.payBy()),
                        earlier);
    }

    private static String givenUp(List<InterestWaiver> waivers) {
        List<String> parts = new ArrayList<>();
        sum(
                waivers,
                waiver ->
                        waiver.state() == InterestWaiver.State.ALONE || waiver.state() == InterestWaiver.State.APPROVED,
                "given up",
                parts);
        sum(
                waivers,
                waiver -> waiver.state() == InterestWaiver.State.WAITING,
                "to be given up waits for approval",
                parts);
        sum(waivers, waiver -> waiver.state() == InterestWaiver.State.REFUSED, "was not given up: refused", parts);
        return parts.isEmpty() ? "Nothing given up." : String.join("; ", parts) + ".";
    }

    private static void sum(
            List<InterestWaiver> waivers, Predicate<InterestWaiver> which, String words, List<String> parts) {
        List<Money> sums = CaseFile.sums(
                waivers.stream().filter(which).map(InterestWaiver::total).toList());
        if (!sums.isEmpty()) {
            parts.add(CaseFilePaper.sentence(sums) + " " + words);
        }
    }
}
