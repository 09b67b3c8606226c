package org.quittance.demo;

import java.util.Arrays;
import java.util.List;

/** The bank accounts on which the demo company's customers pay: one for each entity, as its statements name it. */
public final class DemoBankAccounts {

    public static final List<DemoBankAccount> ALL = Arrays.stream(DemoEntity.values())
            .map(entity -> new DemoBankAccount(
                    entity, entity.bankAccount(), entity.currency(), entity.companyName() + " " + entity.currency()))
            .toList();

    private DemoBankAccounts() {}

    /**
     * An account at a bank.
     *
     * @param account the IBAN, or the bank's own number, without blanks
     */
    public record DemoBankAccount(DemoEntity entity, String account, String currency, String name) {}
}
