package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * A movement of an MT message: field 61 and the details that follow it.
 *
 * <p>Example: {@code :61:2603020302CR1250,00NTRFINV-1001//B4E07XM00J000023} is value day, booking day, credit, third letter of the
 * currency, amount, type, reference for the account's owner, bank's reference.
 */
final class MtMovement {

    private static final Pattern LINE =
            Pattern.compile("([0-9]{6})([0-9]{4}| {4})?(R[CD]|E[CD]|[CD])([A-Z])?\\s?([0-9,][0-9.,]*)(.*)");
    private static final Pattern TYPE = Pattern.compile("([A-Z][A-Z0-9 ]{3})?(.*)");

    /** What field 61 has room for; banks that fill it up with blanks write the name behind it. */
    private static final int REFERENCE_LENGTH = 16;

    /** References that only point to the details. */
    private static final Set<String> POINTERS = Set.of("KREF+", "EREF+", "MREF+", "KREF", "EREF", "MREF", "PREF");

    private final EntryDraft draft;
    private final Money amount;
    private final MtDetails details;

    private MtMovement(EntryDraft draft, Money amount) {
        this.draft = draft;
        this.amount = amount;
        this.details = new MtDetails(draft, amount);
    }

    static MtMovement of(MtField field, Currency currency, ProblemLog log) throws Unreadable {
        Field whole = field.field(log);
        int rest = 1;
        Matcher matcher = LINE.matcher(field.lines().getFirst().strip());
        if (!matcher.matches() && field.lines().size() > 1) {
            // Some banks wrap the line between mark and amount.
            matcher = LINE.matcher(
                    field.lines().getFirst().strip() + field.lines().get(1).strip());
            rest = 2;
        }
        if (!matcher.matches()) {
            throw whole.unreadable("This is not a movement");
        }
        Money unsigned = whole.part(whole.name(), matcher.group(5)).amount(currency);
        String mark = matcher.group(3);
        boolean credit = mark.equals("C") || mark.equals("RD") || mark.equals("EC");
        EntryDraft draft = new EntryDraft(whole);
        draft.valueDate = whole.part(whole.name(), matcher.group(1)).shortDay();
        draft.bookingDate = bookingDay(draft.valueDate, matcher.group(2), whole);
        draft.status = mark.startsWith("E") ? BankEntry.Status.PENDING : BankEntry.Status.BOOKED;
        draft.kind = mark.startsWith("R") ? BankEntry.Kind.REVERSAL : BankEntry.Kind.PAYMENT;
        MtMovement movement = new MtMovement(draft, credit ? unsigned : unsigned.negated());
        movement.readReferences(matcher.group(6));
        movement.details.addSupplement(field.lines().subList(rest, field.lines().size()));
        return movement;
    }

    /** Month and day of the booking, in the year that brings it closest to the day of value. */
    private static LocalDate bookingDay(LocalDate value, @Nullable String monthAndDay, Field field) throws Unreadable {
        if (monthAndDay == null || monthAndDay.isBlank()) {
            return value;
        }
        int monthsAhead = Integer.parseInt(monthAndDay.substring(0, 2)) - value.getMonthValue();
        int year = value.getYear() + (monthsAhead > 6 ? -1 : monthsAhead < -6 ? 1 : 0);
        return field.part(field.name(), monthAndDay).day(year, monthAndDay.substring(0, 2), monthAndDay.substring(2));
    }

    private void readReferences(String tail) {
        Matcher matcher = TYPE.matcher(tail);
        if (!matcher.matches()) {
            return;
        }
        draft.transactionCode = matcher.group(1) == null ? "" : matcher.group(1).strip();
        String references = matcher.group(2);
        int slashes = references.indexOf("//");
        String own = slashes < 0 ? references : references.substring(0, slashes);
        draft.bankReference = slashes < 0 ? "" : EntryDraft.reference(references.substring(slashes + 2));
        if (own.length() > REFERENCE_LENGTH && own.strip().contains(" ")) {
            details.addNameBehindReference(own.substring(REFERENCE_LENGTH));
            own = own.substring(0, REFERENCE_LENGTH);
        }
        draft.endToEndReference = POINTERS.contains(own.strip()) ? "" : EntryDraft.reference(own);
    }

    void addDetails(MtField field) {
        if (field.tag().equals("NS")) {
            details.addNonSwift(field.lines());
        } else {
            details.addLines(field.lines());
        }
    }

    BankEntry finished() {
        details.apply();
        return draft.finished(amount, Objects.requireNonNull(draft.bookingDate));
    }
}
