package org.quittance.collections.decision;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.FactQueries.AccountRow;
import org.quittance.core.collections.AccountTraits;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.BookPace;
import org.quittance.core.collections.ContactBlock;
import org.quittance.core.collections.Payer;
import org.quittance.core.collections.PayingHabit;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;

/** What is known of an account beside its items, from the columns of {@link FactQueries#accounts}: a million of them a night. */
final class AccountColumns {

    private static final int CUSTOMER = 3;
    private static final int PORTFOLIO = 4;
    private static final int LIMIT = 5;
    private static final int LIMIT_CURRENCY = 6;
    private static final int ENTITY = 7;
    private static final int SEGMENT = 8;
    private static final int DAYS_BEYOND = 9;
    private static final int DAYS_BEFORE = 10;
    private static final int DAYS_NOW = 11;
    private static final int SETTLED = 12;
    private static final int DAYS_LATE = 13;
    private static final int LATENESS = 14;
    private static final int CURRENCIES = 15;
    private static final int BILLED = 16;
    private static final int SNOOZED_UNTIL = 17;
    private static final int BLOCKED_WHY = 18;
    private static final int BLOCKED_SINCE = 19;
    private static final int BLOCKED_UNTIL = 20;
    private static final int PAYMENT_POLICY = 21;
    private static final int MAY_BE_TEXTED = 26;

    private final BookPace others;

    /**
     * A reader of rows.
     *
     * @param others how late all customers pay
     */
    AccountColumns(BookPace others) {
        this.others = others;
    }

    AccountRow read(ResultSet row) throws SQLException {
        CustomerId customer = CustomerId.of(row.getLong(CUSTOMER));
        String why = row.getString(BLOCKED_WHY);
        return new AccountRow(
                customer.value(),
                row.getLong(PORTFOLIO),
                new AccountTraits(customer, row.getString(ENTITY), row.getString(SEGMENT), number(row, DAYS_BEYOND)),
                limit(row),
                new Payer(habit(row), worsening(row), billed(row), others),
                day(row, SNOOZED_UNTIL),
                why == null
                        ? null
                        : new ContactBlock(why, row.getObject(BLOCKED_SINCE, LocalDate.class), day(row, BLOCKED_UNTIL)),
                PaymentPolicies.policy(row, PAYMENT_POLICY),
                row.getBoolean(MAY_BE_TEXTED) ? Set.of() : Set.of(Action.TEXT_MESSAGE));
    }

    private static @Nullable Money limit(ResultSet row) throws SQLException {
        long limit = row.getLong(LIMIT);
        return row.wasNull() ? null : Money.ofMinor(limit, row.getString(LIMIT_CURRENCY));
    }

    private static PayingHabit habit(ResultSet row) throws SQLException {
        Integer settled = number(row, SETTLED);
        return settled == null
                ? PayingHabit.UNKNOWN
                : new PayingHabit(settled, row.getInt(DAYS_LATE), List.of((Integer[])
                        row.getArray(LATENESS).getArray()));
    }

    private static Payer.@Nullable Worsening worsening(ResultSet row) throws SQLException {
        Integer before = number(row, DAYS_BEFORE);
        Integer now = number(row, DAYS_NOW);
        return before == null || now == null || now <= before ? null : new Payer.Worsening(before, now);
    }

    private static List<Money> billed(ResultSet row) throws SQLException {
        Array currencies = row.getArray(CURRENCIES);
        if (currencies == null) {
            return List.of();
        }
        String[] codes = (String[]) currencies.getArray();
        Long[] billed = (Long[]) row.getArray(BILLED).getArray();
        List<Money> amounts = new ArrayList<>(codes.length);
        for (int i = 0; i < codes.length; i++) {
            amounts.add(Money.ofMinor(billed[i], codes[i]));
        }
        return amounts;
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
