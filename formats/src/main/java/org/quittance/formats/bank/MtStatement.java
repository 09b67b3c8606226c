package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** Collects the fields of one MT940 or MT942 message. The first field that cannot be read costs the message. */
final class MtStatement {

    private static final Pattern BALANCE = Pattern.compile("([CD])([0-9]{6})([A-Z]{3})?([0-9.,]+)");
    private static final Pattern CURRENCY_BEHIND_ACCOUNT = Pattern.compile("(.*[0-9/ ])([A-Z]{3})");
    private static final Pattern SUM = Pattern.compile("([0-9]*)([A-Z]{3})([0-9.,]+)");
    private static final Pattern FLOOR = Pattern.compile("([A-Z]{3}).*");

    private final Field place;
    private final StatementDraft draft;
    private @Nullable Unreadable failure;
    private @Nullable MtMovement movement;
    private boolean opensIntermediate;
    private boolean closesIntermediate;
    private boolean opened;
    private boolean closed;
    private boolean report;
    private boolean movements;

    /** @param place where the message begins */
    MtStatement(Field place) {
        this.place = place;
        this.draft = new StatementDraft(place, "MT940", BankStatement.Kind.STATEMENT);
    }

    boolean hasMovements() {
        return movements && !closed;
    }

    /** Whether a line with only a dash ends the message. */
    boolean mayEndAfter(String tag) {
        return closed || report || !opened || tag.startsWith("62");
    }

    void take(MtField field) {
        if (failure != null) {
            return;
        }
        try {
            read(field);
        } catch (Unreadable e) {
            failure = e;
        }
    }

    private void read(MtField field) throws Unreadable {
        switch (field.tag()) {
            case "20" -> draft.reference = field.first();
            case "25", "25P" -> readAccount(field);
            case "28", "28C" -> draft.sequence = field.first();
            case "60F", "60M" -> readOpening(field);
            case "61" -> readMovement(field);
            case "86", "NS" -> readDetails(field);
            case "62F", "62M" -> readClosing(field);
            case "34F" -> readFloor(field);
            case "13", "13D" -> readTime(field);
            case "90C", "90D" -> readSum(field);
            default -> endMovement();
        }
    }

    /** The account, and its currency where the bank has written it behind. */
    private void readAccount(MtField field) {
        String written = field.first();
        Matcher matcher = CURRENCY_BEHIND_ACCOUNT.matcher(written);
        if (matcher.matches() && isCurrency(matcher.group(2))) {
            draft.currency = Currency.getInstance(matcher.group(2));
            written = matcher.group(1).replaceFirst("[/ ]+$", "");
        }
        draft.account = EntryDraft.account(written);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0);
    }

    private void readOpening(MtField field) throws Unreadable {
        opened = true;
        opensIntermediate = field.tag().equals("60M");
        draft.opening = balance(field);
    }

    private void readClosing(MtField field) throws Unreadable {
        endMovement();
        closed = true;
        closesIntermediate = field.tag().equals("62M");
        draft.closing = balance(field);
        draft.date = balanceDay(field);
    }

    private Money balance(MtField field) throws Unreadable {
        Matcher matcher = matchedBalance(field);
        Field whole = field.firstField(place.log());
        Currency currency = balanceCurrency(matcher.group(3), whole);
        draft.currency = currency;
        Money amount = whole.part(whole.name(), matcher.group(4)).amount(currency);
        return matcher.group(1).equals("C") ? amount : amount.negated();
    }

    private LocalDate balanceDay(MtField field) throws Unreadable {
        Field whole = field.firstField(place.log());
        return whole.part(whole.name(), matchedBalance(field).group(2)).shortDay();
    }

    private Matcher matchedBalance(MtField field) throws Unreadable {
        Matcher matcher = BALANCE.matcher(field.first());
        if (!matcher.matches()) {
            throw field.firstField(place.log()).unreadable("This is not a balance");
        }
        return matcher;
    }

    private Currency balanceCurrency(@Nullable String written, Field field) throws Unreadable {
        if (written != null) {
            return field.part(field.name(), written).currency();
        }
        if (draft.currency == null) {
            throw field.unreadable("The balance has no currency");
        }
        field.remark(
                "The balance has no currency; that of the account is taken",
                "Compare the balance with the bank's own display");
        return draft.currency;
    }

    private void readMovement(MtField field) throws Unreadable {
        endMovement();
        movements = true;
        if (draft.currency == null) {
            throw field.firstField(place.log())
                    .unreadable(
                            "The movement stands outside of any statement: no account and no balance go before it",
                            "Ask the bank for the whole file");
        }
        movement = MtMovement.of(field, draft.currency, place.log());
    }

    private void readDetails(MtField field) {
        if (movement != null) {
            movement.addDetails(field);
        }
    }

    private void endMovement() {
        if (movement != null) {
            draft.add(movement.finished());
            movement = null;
        }
    }

    private void readFloor(MtField field) throws Unreadable {
        report();
        Matcher matcher = FLOOR.matcher(field.first());
        if (matcher.matches()) {
            Field whole = field.firstField(place.log());
            draft.currency = whole.part(whole.name(), matcher.group(1)).currency();
        }
    }

    private void readTime(MtField field) throws Unreadable {
        if (field.first().length() >= 6) {
            Field whole = field.firstField(place.log());
            draft.date = whole.part(whole.name(), field.first().substring(0, 6)).shortDay();
        }
    }

    private void report() {
        report = true;
        draft.format = "MT942";
        draft.kind = BankStatement.Kind.INTRADAY;
    }

    /** MT942 ends with numbers and sums of its debits and credits: a check that no movement was lost. */
    private void readSum(MtField field) throws Unreadable {
        endMovement();
        report();
        Matcher matcher = SUM.matcher(field.first());
        if (!matcher.matches() || draft.currency == null) {
            return;
        }
        Field whole = field.firstField(place.log());
        Money told = whole.part(whole.name(), matcher.group(3)).amount(draft.currency);
        boolean credits = field.tag().equals("90C");
        Money found = Money.zero(draft.currency);
        for (BankEntry entry : draft.entries()) {
            boolean counts =
                    credits ? entry.amount().isPositive() : entry.amount().isNegative();
            found = counts ? found.plus(entry.amount().abs()) : found;
        }
        if (!found.equals(told)) {
            whole.remark(
                    "The %s of this report come to %s, not to %s"
                            .formatted(credits ? "credits" : "debits", found, told),
                    "Ask the bank whether movements are missing");
        }
    }

    MtPages.MtPage finished() throws Unreadable {
        endMovement();
        if (failure != null) {
            throw failure;
        }
        if (!report) {
            requireBalances();
        } else if (draft.date == null) {
            draft.date = draft.entries().stream()
                    .map(BankEntry::bookingDate)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
        return new MtPages.MtPage(draft.finished(), opensIntermediate, closesIntermediate, place);
    }

    /** Without its closing balance a statement may have been cut off: movements could be missing. */
    private void requireBalances() throws Unreadable {
        if (!opened) {
            throw place.unreadable("The opening balance (:60F:) is missing", "Ask the bank for the whole file");
        }
        if (!closed) {
            throw place.unreadable(
                    "The closing balance (:62F:) is missing; the statement may be cut off",
                    "Transfer the file again, or ask the bank for it again");
        }
    }

    /** Says of a field that could not be read which statement it costs. */
    Finding leftOut(Finding f) {
        String reference = draft.reference.isEmpty() ? "" : " " + draft.reference;
        String account = draft.account.isEmpty() ? "" : " of account " + draft.account;
        return new Finding(
                f.line(),
                f.field(),
                f.excerpt(),
                "Statement%s%s is left out: %s".formatted(reference, account, f.message()),
                f.remedy());
    }
}
