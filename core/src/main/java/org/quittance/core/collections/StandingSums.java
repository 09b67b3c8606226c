package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/** Sums an account's items up per currency in one pass, in minor units. */
final class StandingSums {

    private static final Comparator<OfCurrency> BY_CODE = Comparator.comparing(sums -> sums.currency.getCurrencyCode());

    private final Policy policy;
    private final LocalDate asOf;
    private final List<OfCurrency> currencies = new ArrayList<>(2);

    StandingSums(Policy policy, LocalDate asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    void addCredit(OpenItem credit) {
        OfCurrency sums = of(credit.open().currency());
        sums.credits = Math.subtractExact(sums.credits, credit.open().minor());
    }

    void addDebit(ItemStanding debit) {
        OfCurrency sums = of(debit.currency());
        long open = debit.item().open().minor();
        sums.disputed = Math.addExact(sums.disputed, debit.disputedMinor());
        sums.promised = Math.addExact(sums.promised, debit.promisedMinor());
        if (debit.isOverdue()) {
            sums.overdue = Math.addExact(sums.overdue, open);
            sums.chaseable = Math.addExact(sums.chaseable, debit.chaseableMinor());
            sums.itemsOverdue++;
        } else {
            sums.notYetDue = Math.addExact(sums.notYetDue, open);
            if (debit.daysPastDue() >= -policy.dueSoonDays()) {
                sums.dueSoon = Math.addExact(sums.dueSoon, open);
                sums.itemsDueSoon++;
            }
        }
        if (rollsOver(debit.item().daysPastDue(asOf))) {
            sums.rollingOver = Math.addExact(sums.rollingOver, debit.chaseableMinor());
        }
    }

    List<CurrencyStanding> standings() {
        currencies.sort(BY_CODE);
        List<CurrencyStanding> standings = new ArrayList<>(currencies.size());
        for (OfCurrency sums : currencies) {
            standings.add(sums.standing());
        }
        return standings;
    }

    private boolean rollsOver(long daysPastDue) {
        return policy.bands().indexOf(daysPastDue) < policy.bands().indexOf(daysPastDue + policy.rollOverDays());
    }

    private OfCurrency of(Currency currency) {
        for (OfCurrency sums : currencies) {
            if (sums.currency.equals(currency)) {
                return sums;
            }
        }
        OfCurrency sums = new OfCurrency(currency);
        currencies.add(sums);
        return sums;
    }

    private static final class OfCurrency {

        private final Currency currency;
        private long overdue;
        private long notYetDue;
        private long dueSoon;
        private long disputed;
        private long promised;
        private long chaseable;
        private long rollingOver;
        private long credits;
        private int itemsOverdue;
        private int itemsDueSoon;

        private OfCurrency(Currency currency) {
            this.currency = currency;
        }

        private CurrencyStanding standing() {
            return new CurrencyStanding(
                    currency,
                    money(overdue),
                    money(notYetDue),
                    money(dueSoon),
                    money(disputed),
                    money(promised),
                    money(chaseable),
                    money(rollingOver),
                    money(credits),
                    itemsOverdue,
                    itemsDueSoon);
        }

        private Money money(long minor) {
            return Money.ofMinor(minor, currency);
        }
    }
}
