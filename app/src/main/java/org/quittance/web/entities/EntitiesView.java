package org.quittance.web.entities;

import java.util.List;
import org.quittance.cash.BankAccounts.BankAccount;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/** The legal entities with their bank accounts, and the two forms to add one. */
public record EntitiesView(
        List<LegalEntity> entities,
        List<BankAccount> bankAccounts,
        EntitiesController.NewEntity entity,
        EntitiesController.NewBankAccount bankAccount,
        Problems problems) {

    public EntitiesView {
        entities = List.copyOf(entities);
        bankAccounts = List.copyOf(bankAccounts);
    }

    public List<BankAccount> bankAccountsOf(LegalEntity entity) {
        return bankAccounts.stream()
                .filter(account -> account.entityId() == entity.id())
                .toList();
    }
}
