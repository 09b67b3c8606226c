package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.correspondence.letter.PlanLetter;
import org.quittance.correspondence.letter.Signature;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letter by which a customer signs a repayment plan. */
@Service
public class PlanLetters {

    private final Plans plans;
    private final Correspondents correspondents;
    private final BusinessClock clock;

    PlanLetters(Plans plans, Correspondents correspondents, BusinessClock clock) {
        this.plans = plans;
        this.correspondents = correspondents;
        this.clock = clock;
    }

    /** As PDF, dated today; nothing where the plan is not seen or not approved, or the customer has nobody who may be written to. */
    @Transactional
    public Optional<byte[]> pdf(Viewer viewer, long planId) {
        LocalDate today = clock.today();
        return plans.one(viewer, planId)
                .filter(plan -> plan.state().wasApproved())
                .flatMap(plan -> {
                    long accountId = plan.debtor().accountId();
                    Account account = correspondents.accounts(Set.of(accountId)).get(accountId);
                    return account == null
                            ? Optional.empty()
                            : correspondents
                                    .addressee(plan.debtor().customerId())
                                    .map(to -> new PlanLetter(
                                                    today,
                                                    correspondents.texts(account, to.language()),
                                                    account.sender(),
                                                    to.recipient(),
                                                    account.number(),
                                                    debts(plan),
                                                    plan.lines().stream()
                                                            .map(line -> new PlanLetter.Part(
                                                                    line.instalment()
                                                                            .dueOn(),
                                                                    line.instalment()
                                                                            .amount()))
                                                            .toList(),
                                                    account.payTo(),
                                                    new PlanLetter.Name(
                                                            plan.number().text(),
                                                            plans.reference(plan.id())
                                                                    .orElse(null)),
                                                    new Signature(viewer.name(), "", "", ""))
                                            .pdf());
                });
    }

    private static List<PlanLetter.Debt> debts(PlanView plan) {
        List<PlanLetter.Debt> debts = new ArrayList<>();
        plan.documents().forEach(document -> debts.add(debt(document)));
        String charge = plan.number().text();
        if (plan.interest().isPositive()) {
            debts.add(new PlanLetter.Debt(PlanLetter.Kind.INTEREST, charge, null, plan.interest()));
        }
        if (plan.fee().isPositive()) {
            debts.add(new PlanLetter.Debt(PlanLetter.Kind.FEE, charge, null, plan.fee()));
        }
        return debts;
    }

    private static PlanLetter.Debt debt(PlanView.Document document) {
        PlanView.Dates dates = document.dates();
        return new PlanLetter.Debt(
                PlanLetter.Kind.DOCUMENT,
                document.document(),
                dates == null ? null : new PlanLetter.Dates(dates.issued(), dates.due(), dates.original()),
                document.open());
    }
}
