package org.quittance.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.ledger.RateDraft;

/**
 * An invoice in dollars of the company on the continent, whose bank account is in euros: whoever pays it lets a bank change the money.
 *
 * @param minor in cents of the dollar
 * @param paid by how many thousandths less arrives during the backlog than at the rate of the day; negative where it is not paid yet
 */
record ExportBill(DemoAccount account, String document, LocalDate date, long minor, int paid) {

    static final String CURRENCY = "USD";
    static final DemoEntity ENTITY = DemoEntity.DE;
    static final int TERMS_DAYS = 30;

    private static final int UNPAID = -1;
    private static final int[] SPREADS = {0, 6, UNPAID};
    private static final int BILLED_BEFORE_DAYS = 34;

    /** One that is paid at the rate of the day, one at the payer's bank's own, one that is open. */
    static List<ExportBill> of(DemoCompany company) {
        Chance chance = Chance.of("export", ENTITY.code(), company.today());
        List<DemoAccount> buyers = company.accounts().stream()
                .filter(account -> account.entity() == ENTITY)
                .sorted(Comparator.comparingLong(DemoAccount::usualMinor)
                        .reversed()
                        .thenComparing(account -> account.customer().number()))
                .limit(SPREADS.length)
                .toList();
        LocalDate billed = company.bankDays().getFirst().minusDays(BILLED_BEFORE_DAYS);
        List<ExportBill> bills = new ArrayList<>();
        for (DemoAccount buyer : buyers) {
            int number = bills.size();
            bills.add(new ExportBill(
                    buyer,
                    "EX-%d-%04d".formatted(billed.getYear(), 4711 + number),
                    billed,
                    chance.between(900_00, 1_900_00),
                    SPREADS[number]));
        }
        return List.copyOf(bills);
    }

    boolean isPaid() {
        return paid >= 0;
    }

    /** What arrives in euros when it is paid on a day. */
    long euros(List<RateDraft> rates, LocalDate day) {
        BigDecimal rate = rates.stream()
                .filter(draft -> draft.quote().equals(CURRENCY) && !draft.day().isAfter(day))
                .max(Comparator.comparing(RateDraft::day))
                .orElseThrow()
                .rate();
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(1_000L - paid, 3))
                .divide(rate, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
