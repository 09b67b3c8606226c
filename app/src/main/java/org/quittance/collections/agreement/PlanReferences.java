package org.quittance.collections.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.contact.Correspondents.Account;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.reference.PlanNumber;
import org.quittance.core.reference.StructuredReference;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.PaymentReferences;
import org.quittance.correspondence.PaymentReferences.PlanToPay;
import org.springframework.stereotype.Component;

/** Gives a plan the one reference under which all of its instalments are paid, so that cash knows each without asking anybody. */
@Component
class PlanReferences {

    private final PaymentReferences references;
    private final Correspondents correspondents;

    PlanReferences(PaymentReferences references, Correspondents correspondents) {
        this.references = references;
        this.correspondents = correspondents;
    }

    /**
     * In the transaction that approves the plan.
     *
     * @param charge the item of its interest and fee; null where it has neither
     */
    void give(PlanView plan, @Nullable ItemId charge, LocalDate agreedOn) {
        long accountId = plan.debtor().accountId();
        Account account = correspondents.accounts(Set.of(accountId)).get(accountId);
        if (account == null) {
            return;
        }
        AccountId owner = AccountId.of(accountId);
        List<ListedItem> items = new ArrayList<>();
        plan.documents()
                .forEach(document -> items.add(new ListedItem(ItemId.of(document.itemId()), owner, document.open())));
        if (charge != null) {
            items.add(new ListedItem(charge, owner, plan.interest().plus(plan.fee())));
        }
        references.give(new PlanToPay(
                plan.number(), CustomerId.of(plan.debtor().customerId()), agreedOn, account.payTo(), items));
    }

    /** None for a plan that was approved before plans had one, or whose legal entity has no bank account. */
    Optional<StructuredReference> of(long plan) {
        return references.of(new PlanNumber(plan));
    }
}
