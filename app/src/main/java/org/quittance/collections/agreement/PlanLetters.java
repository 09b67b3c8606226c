package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.core.money.Money;
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

    /** As PDF, dated today; nothing where the plan is not seen or the customer has nobody who may be written to. */
    @Transactional
    public Optional<byte[]> pdf(Viewer viewer, long planId) {
        LocalDate today = clock.today();
        return plans.one(viewer, planId).flatMap(plan -> {
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
                                                            line.instalment().dueOn(),
                                                            line.instalment().amount()))
                                                    .toList(),
                                            account.payTo(),
                                            new Signature(viewer.name(), "", "", ""))
                                    .pdf());
        });
    }

    private static List<PlanLetter.Debt> debts(PlanView plan) {
        List<PlanLetter.Debt> debts = new ArrayList<>();
        plan.documents().forEach(document -> debts.add(new PlanLetter.Debt(document.document(), document.open())));
        Money added = plan.interest().plus(plan.fee());
        if (added.isPositive()) {
            debts.add(new PlanLetter.Debt("PLAN-" + plan.id(), added));
        }
        return debts;
    }
}
