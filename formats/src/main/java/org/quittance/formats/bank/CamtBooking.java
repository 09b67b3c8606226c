package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * What an entry of a camt message says about the booking as a whole, before its single transactions.
 *
 * @param element the entry without its transactions
 * @param place where it stands
 * @param ownAccount the account of the statement
 * @param amount signed: of a reversal too the indicator tells the direction of this booking, not that of the reversed one
 * @param status as told
 * @param reversal whether the bank takes back a booking
 * @param booked null where it is not told
 * @param valued null where it is not told
 */
record CamtBooking(
        CamtElement element,
        Field place,
        String ownAccount,
        Money amount,
        BankEntry.Status status,
        boolean reversal,
        @Nullable LocalDate booked,
        @Nullable LocalDate valued) {

    static CamtBooking of(CamtElement element, Field place, String ownAccount) throws Unreadable {
        return new CamtBooking(
                element,
                place,
                ownAccount,
                CamtAmount.signed(element, place),
                status(element, place),
                element.text("RvslInd").toLowerCase(Locale.ROOT).matches("true|1"),
                day(element.at("BookgDt"), "BookgDt", place),
                day(element.at("ValDt"), "ValDt", place));
    }

    boolean isCredit() {
        return !amount.isNegative();
    }

    /** What ties the parts together: the payer's or our own batch, else the bank's reference, else the place in the file. */
    String batchReference(List<CamtElement> batches) {
        return Stream.concat(
                        batches.stream().flatMap(b -> Stream.of(b.text("PmtInfId"), b.text("MsgId"))),
                        Stream.of(element.text("AcctSvcrRef"), element.text("NtryRef"), place.name()))
                .map(EntryDraft::reference)
                .filter(reference -> !reference.isEmpty())
                .findFirst()
                .orElse(place.name());
    }

    /** A movement of this booking of which nothing more is known yet. */
    EntryDraft draft(long line) {
        EntryDraft draft = new EntryDraft(new Field(place.log(), line, place.name(), ""));
        draft.status = status;
        draft.bookingDate = booked;
        draft.valueDate = valued;
        draft.kind = reversal ? BankEntry.Kind.REVERSAL : BankEntry.Kind.PAYMENT;
        draft.bankReference = EntryDraft.reference(element.text("AcctSvcrRef"));
        return draft;
    }

    private static @Nullable LocalDate day(@Nullable CamtElement choice, String name, Field place) throws Unreadable {
        if (choice == null) {
            return null;
        }
        String written = CamtStatement.writtenDay(choice);
        return written.isEmpty()
                ? null
                : new Field(place.log(), choice.line(), place.name() + "/" + name, written).isoDay();
    }

    private static BankEntry.Status status(CamtElement entry, Field place) {
        String code = Stream.of(entry.text("Sts", "Cd"), entry.text("Sts", "Prtry"), entry.text("Sts"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return switch (code) {
            case "BOOK" -> BankEntry.Status.BOOKED;
            case "PDNG", "FUTR" -> BankEntry.Status.PENDING;
            case "INFO" -> BankEntry.Status.INFORMATION;
            default -> {
                place.part(place.name() + "/Sts", code)
                        .remark(
                                "It is not told whether this movement is booked (BOOK); it is taken as pending",
                                "Look at the bank's own display of the movement");
                yield BankEntry.Status.PENDING;
            }
        };
    }
}
