package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * One statement (or intraday report, or credit notification) of one bank account.
 *
 * <p>Invariant: balances and movements are all in the currency of the account.
 *
 * @param format the format and version as found, for example {@code camt.053.001.08} or {@code MT940}
 * @param kind whether its entries are final
 * @param account the IBAN or the bank's own account number, without blanks
 * @param reference the bank's identification of the statement; empty where it gave none
 * @param sequence the bank's running number of the statement; empty where it gave none
 * @param currency the currency of the account
 * @param date the business date of the statement: of its closing balance, else of its creation
 * @param opening the booked opening balance; null where the format gives none
 * @param closing the booked closing balance; null where the format gives none
 * @param entries the lines in the order of the file, batches split into their transactions
 */
public record BankStatement(
        String format,
        Kind kind,
        String account,
        String reference,
        String sequence,
        Currency currency,
        LocalDate date,
        @Nullable Money opening,
        @Nullable Money closing,
        List<BankEntry> entries) {

    /** Whether the entries are final, may still change, or only announce. */
    public enum Kind {
        /** End of day: camt.053, MT940, BAI2 prior day. */
        STATEMENT,
        /** During the day: camt.052, MT942, BAI2 current day. Its entries come again in the statement. */
        INTRADAY,
        /** camt.054: the single transactions of a batch booking. */
        NOTIFICATION
    }

    public BankStatement {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(date, "date");
        entries = List.copyOf(entries);
        requireCurrency(opening, currency);
        requireCurrency(closing, currency);
        entries.forEach(entry -> requireCurrency(entry.amount(), currency));
    }

    /**
     * By how much the balances do not close: closing - opening - booked entries. Zero where they close, null where the format
     * gives no two balances to compare.
     */
    public @Nullable Money difference() {
        if (opening == null || closing == null) {
            return null;
        }
        Money booked = opening;
        for (BankEntry entry : entries) {
            if (entry.status() == BankEntry.Status.BOOKED) {
                booked = booked.plus(entry.amount());
            }
        }
        return closing.minus(booked);
    }

    private static void requireCurrency(@Nullable Money amount, Currency currency) {
        if (amount != null && !amount.currency().equals(currency)) {
            throw new IllegalArgumentException("%s on an account in %s".formatted(amount, currency));
        }
    }
}
