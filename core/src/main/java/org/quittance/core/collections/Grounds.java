package org.quittance.core.collections;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.core.money.Money;

/** The reasons that an account's standing gives for whatever is decided about it. */
final class Grounds {

    /** So many failed promises are told one by one: a list that tells ten of them tells nothing else. */
    private static final int TOLD_SINGLY = 2;

    private final Standing standing;

    Grounds(Standing standing) {
        this.standing = standing;
    }

    /** How long the item has been owed, or when it falls due. */
    Reason oldestOf(Concern concern) {
        for (ItemStanding item : standing.items()) {
            if (item.item().id().equals(concern.item())) {
                if (!item.isOverdue()) {
                    return new Reason.DueSoon(concern.document(), item.item().dueDate());
                }
                return item.daysPastDue() < standing.oldestDaysPastDue()
                        ? new Reason.OldestAsked(concern.document(), item.daysPastDue())
                        : new Reason.OldestOverdue(concern.document(), item.daysPastDue());
            }
        }
        throw new IllegalStateException("%s is not among the open items".formatted(concern.document()));
    }

    /** The latest step that any of the items had. */
    List<Reason> lastStepOf(List<ItemStanding> items) {
        Optional<Dunning> latest = items.stream()
                .flatMap(item -> Optional.ofNullable(item.dunned()).stream())
                .max(Comparator.comparing(Dunning::on).thenComparingInt(Dunning::level));
        return latest.<Reason>map(dunned -> new Reason.LastStep(
                        dunned.action(), dunned.on(), ChronoUnit.DAYS.between(dunned.on(), standing.asOf())))
                .map(List::of)
                .orElse(List.of());
    }

    /** Which promises failed, whatever is done or waited for, and all that is left out. */
    List<Reason> failedAndLeftOut() {
        List<Reason> reasons = new ArrayList<>(0);
        List<PromiseCheck> failing = standing.promises().stream()
                .filter(PromiseCheck::isFailing)
                .sorted(Comparator.comparing(check -> check.promise().dueOn()))
                .toList();
        int before = Math.max(0, failing.size() - TOLD_SINGLY);
        for (PromiseCheck check : failing.subList(before, failing.size())) {
            reasons.add(new Reason.PromiseBroken(
                    check.promise().amount(), check.promise().dueOn(), check.inTime(), check.late()));
        }
        if (before > 0) {
            reasons.add(brokenBefore(failing.subList(0, before)));
        }
        for (PromiseCheck check : standing.promises()) {
            if (!check.isFailing() && check.hasLapsed()) {
                reasons.add(new Reason.OfferLapsed(
                        check.promise().amount(), check.promise().dueOn(), came(check)));
            }
        }
        reasons.addAll(leftOut());
        return reasons;
    }

    private static Money came(PromiseCheck check) {
        return check.promise().amount().minus(check.outstanding());
    }

    private static Reason brokenBefore(List<PromiseCheck> earlier) {
        List<Money> missing = new ArrayList<>(1);
        earlier.forEach(check -> add(check.outstanding(), missing));
        missing.sort(Comparator.comparing(money -> money.currency().getCurrencyCode()));
        return new Reason.PromisesBrokenBefore(
                earlier.size(), earlier.getFirst().promise().dueOn(), missing);
    }

    /** By which policy of their own they pay, what is in force, what was refused, what is not asked for, what lies on account, and whose answer is waited for. */
    private List<Reason> leftOut() {
        List<Reason> reasons = new ArrayList<>(0);
        PaymentPolicy own = standing.paymentPolicy();
        if (own != null) {
            reasons.add(new Reason.PaysByOwnPolicy(own));
        }
        for (InForce inForce : standing.inForce()) {
            reasons.add(new Reason.StandsInForce(inForce));
        }
        for (RefusedEscalation refused : standing.refused()) {
            if (refused.isToldOn(standing.asOf())) {
                reasons.add(new Reason.EscalationRefused(refused));
            }
        }
        for (PromiseCheck check : standing.promises()) {
            if (check.state() == PromiseState.OPEN && check.outstanding().isPositive()) {
                reasons.add(openReason(check));
            }
        }
        for (Money forgone : forgone()) {
            reasons.add(new Reason.ForgoneLeftOut(forgone));
        }
        for (CurrencyStanding currency : standing.currencies()) {
            if (currency.disputed().isPositive()) {
                reasons.add(new Reason.DisputedLeftOut(currency.disputed()));
            }
            if (currency.credits().isPositive() && currency.chaseable().isPositive()) {
                reasons.add(new Reason.CreditsOnAccount(currency.credits(), currency.chaseable()));
            }
        }
        for (OpenEscalation escalation : standing.escalations()) {
            long overdueDays = Math.max(0, ChronoUnit.DAYS.between(escalation.dueOn(), standing.asOf()));
            reasons.add(new Reason.EscalationWaits(
                    escalation.path(), escalation.owner(), escalation.since(), escalation.dueOn(), overdueDays));
        }
        return reasons;
    }

    private static Reason openReason(PromiseCheck check) {
        LocalDate dueOn = check.promise().dueOn();
        return switch (check.promise().origin()) {
            case CUSTOMER -> new Reason.PromiseOpen(check.outstanding(), dueOn);
            case OFFER -> new Reason.OfferStands(check.outstanding(), dueOn);
            case OFFER_NOT_SENT -> new Reason.OfferNotSent(check.outstanding(), dueOn);
        };
    }

    /** What settlements would give up, per currency, by code. */
    private List<Money> forgone() {
        List<Money> sums = new ArrayList<>(0);
        for (ItemStanding item : standing.items()) {
            if (item.forgoneMinor() > 0) {
                add(Money.ofMinor(item.forgoneMinor(), item.currency()), sums);
            }
        }
        sums.sort(Comparator.comparing(money -> money.currency().getCurrencyCode()));
        return sums;
    }

    /** The amounts per currency, by code. */
    static List<Money> sums(List<Concern> concerns) {
        return totals(concerns.stream().map(Concern::amount).toList());
    }

    /** Amounts per currency, by code. */
    static List<Money> totals(List<Money> amounts) {
        List<Money> sums = new ArrayList<>(1);
        for (Money amount : amounts) {
            add(amount, sums);
        }
        sums.sort(Comparator.comparing(money -> money.currency().getCurrencyCode()));
        return sums;
    }

    private static void add(Money amount, List<Money> sums) {
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).currency().equals(amount.currency())) {
                sums.set(i, sums.get(i).plus(amount));
                return;
            }
        }
        sums.add(amount);
    }
}
