package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** A statement while its fields are still being collected; {@link #finished} checks that they belong together. */
final class StatementDraft {

    private final Field place;
    private final List<BankEntry> entries = new ArrayList<>();

    String format;
    BankStatement.Kind kind;
    String account = "";
    String reference = "";
    String sequence = "";

    @Nullable
    Currency currency;

    @Nullable
    LocalDate date;

    @Nullable
    Money opening;

    @Nullable
    Money closing;

    /** @param place where the statement begins in the file */
    StatementDraft(Field place, String format, BankStatement.Kind kind) {
        this.place = place;
        this.format = format;
        this.kind = kind;
    }

    Field place() {
        return place;
    }

    void add(BankEntry entry) {
        entries.add(entry);
    }

    List<BankEntry> entries() {
        return entries;
    }

    BankStatement finished() throws Unreadable {
        if (account.isEmpty()) {
            throw place.unreadable("The statement names no account");
        }
        Currency known = currency();
        if (date == null) {
            throw place.unreadable("The statement has no date");
        }
        requireOneCurrency(known);
        BankStatement statement =
                new BankStatement(format, kind, account, reference, sequence, known, date, opening, closing, entries);
        requireCountable(statement);
        return statement;
    }

    /** The account's currency: as told, else that of the booked balances, else that of the movements. */
    private Currency currency() throws Unreadable {
        if (currency != null) {
            return currency;
        }
        if (closing != null) {
            return closing.currency();
        }
        if (opening != null) {
            return opening.currency();
        }
        if (entries.isEmpty()) {
            throw place.unreadable(
                    "The statement has no currency, no booked balance and no movement",
                    "Nothing, where the bank sends empty statements; else ask it for a corrected file");
        }
        return entries.getFirst().amount().currency();
    }

    private void requireOneCurrency(Currency known) throws Unreadable {
        for (BankEntry entry : entries) {
            if (!entry.amount().currency().equals(known)) {
                throw new Unreadable(new Finding(
                        entry.line(),
                        place.name(),
                        entry.amount().toString(),
                        "This movement is in %s, its account in %s"
                                .formatted(entry.amount().currency(), known),
                        "Ask the bank for one statement for each currency"));
            }
        }
        for (Money balance : balances()) {
            if (!balance.currency().equals(known)) {
                throw new Unreadable(new Finding(
                        place.line(),
                        place.name(),
                        balance.toString(),
                        "This balance is in %s, its account in %s".formatted(balance.currency(), known),
                        "Ask the bank for one statement for each currency"));
            }
        }
    }

    private List<Money> balances() {
        List<Money> balances = new ArrayList<>();
        if (opening != null) {
            balances.add(opening);
        }
        if (closing != null) {
            balances.add(closing);
        }
        return balances;
    }

    /** Sums that leave the range of a {@code long} would only be noticed by the reader of the statement. */
    private void requireCountable(BankStatement statement) throws Unreadable {
        try {
            statement.difference();
            long turnover = 0;
            for (BankEntry entry : statement.entries()) {
                turnover = Math.addExact(turnover, entry.amount().abs().minor());
            }
        } catch (ArithmeticException e) {
            throw place.unreadable("The amounts of the statement are larger than any account holds");
        }
    }
}
