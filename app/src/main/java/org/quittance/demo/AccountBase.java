package org.quittance.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quittance.demo.DemoCustomer.Size;

/** Opens the customers' accounts: each with the entity at home, some with a second and a third, under terms and limits. */
final class AccountBase {

    static final String UK_PORTFOLIO = "UK & Ireland";
    static final String CONTINENT_PORTFOLIO = "Continental Europe";
    static final String AMERICAS_PORTFOLIO = "North America";
    static final String KEY_PORTFOLIO = "Key accounts";

    private static final List<Integer> TERMS = List.of(30, 30, 30, 30, 14, 45, 60);

    private AccountBase() {}

    static List<DemoAccount> open(List<DemoCustomer> customers) {
        List<DemoAccount> accounts = new ArrayList<>();
        for (DemoCustomer customer : customers) {
            Chance chance = Chance.of("accounts", customer.number());
            double invoices = chance.between(customer.size().leastInvoices, customer.size().mostInvoices);
            long usual = roundedTo(10_00, chance.between(customer.size().leastMinor, customer.size().mostMinor));
            int terms = customer.character() == PayerCharacter.EARLY_DISCOUNT ? 30 : chance.oneOf(TERMS);
            double share = 1;
            for (DemoEntity entity : entities(customer, chance)) {
                accounts.add(account(customer, entity, terms, share * invoices, usual, chance));
                share = 0.4;
            }
        }
        return List.copyOf(accounts);
    }

    /** The entity at home first; about every seventh customer also buys from another. */
    private static List<DemoEntity> entities(DemoCustomer customer, Chance chance) {
        DemoEntity home = DemoEntity.at(customer.country());
        List<DemoEntity> entities = new ArrayList<>(List.of(home));
        Set<DemoEntity> others = EnumSet.complementOf(EnumSet.of(home));
        if (customer.parentNumber() == null && chance.percent(customer.size() == Size.SMALL ? 10 : 28)) {
            List<DemoEntity> choice = List.copyOf(others);
            DemoEntity second = chance.oneOf(choice);
            entities.add(second);
            others.remove(second);
            if (chance.percent(20)) {
                entities.addAll(others);
            }
        }
        return entities;
    }

    private static DemoAccount account(
            DemoCustomer customer, DemoEntity entity, int terms, double invoices, long usual, Chance chance) {
        double monthsOpen = 1 + terms / 30.0;
        double room = chance.between(0.9, 2.2);
        long limit = roundedTo(1_000_00, Math.max(2_000_00, invoices * usual * monthsOpen * room));
        return new DemoAccount(customer, entity, terms, limit, portfolio(customer, entity), invoices, usual);
    }

    private static String portfolio(DemoCustomer customer, DemoEntity entity) {
        if (customer.size() == Size.LARGE && customer.payerNumber() == null) {
            return KEY_PORTFOLIO;
        }
        return switch (entity) {
            case UK -> UK_PORTFOLIO;
            case DE -> CONTINENT_PORTFOLIO;
            case US -> AMERICAS_PORTFOLIO;
        };
    }

    private static long roundedTo(long step, double minor) {
        return Math.max(step, step * Math.round(minor / step));
    }
}
