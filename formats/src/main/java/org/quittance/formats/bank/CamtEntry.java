package org.quittance.formats.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a camt message: a single booking, or a batch booking with its transactions. */
final class CamtEntry {

    private static final Set<String> OF_THE_BOOKING = Set.of(
            "NtryRef",
            "Amt",
            "CdtDbtInd",
            "RvslInd",
            "Sts",
            "BookgDt",
            "ValDt",
            "AcctSvcrRef",
            "BkTxCd",
            "AmtDtls",
            "Chrgs",
            "AddtlNtryInf");

    private static final CamtElement NO_DETAILS = new CamtElement("TxDtls", "", "", 0, List.of());

    private final CamtCursor cursor;
    private final Field place;
    private final String ownAccount;
    private final @Nullable LocalDate dayOfStatement;
    private final List<CamtElement> parts = new ArrayList<>();
    private final List<CamtElement> batches = new ArrayList<>();
    private final List<CamtTransaction> transactions = new ArrayList<>();
    private @Nullable CamtBooking booking;

    /** @param dayOfStatement for a movement without any date of its own; null where the statement has told none so far */
    CamtEntry(CamtCursor cursor, Field place, String ownAccount, @Nullable LocalDate dayOfStatement) {
        this.cursor = cursor;
        this.place = place;
        this.ownAccount = ownAccount;
        this.dayOfStatement = dayOfStatement;
    }

    List<BankEntry> read() throws Unreadable, IOException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            String name = cursor.name();
            if (name.equals("NtryDtls")) {
                readDetails();
            } else {
                readPart(name);
            }
        }
        CamtBooking known = booking();
        LocalDate day = dayOfBooking(known);
        List<BankEntry> entries = new ArrayList<>();
        for (CamtBatch.Part part : movements(known)) {
            entries.add(part.draft().finished(part.amount(), day));
        }
        return entries;
    }

    private void readDetails() throws Unreadable, IOException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            readPart(cursor.name());
        }
    }

    private void readPart(String name) throws Unreadable, IOException {
        if (name.equals("TxDtls")) {
            readTransaction();
        } else if (name.equals("Btch")) {
            batches.add(cursor.element());
        } else if (OF_THE_BOOKING.contains(name)) {
            parts.add(cursor.element());
        }
    }

    private void readTransaction() throws Unreadable, IOException {
        if (transactions.size() >= place.log().limits().entries()) {
            throw new Broken(new Finding(
                    cursor.line(),
                    place.name(),
                    "",
                    "A booking holds more transactions than can be kept",
                    "Ask the bank for a file for each day or account"));
        }
        transactions.add(CamtTransaction.of(cursor.element(), booking()));
    }

    /** Amount, direction and status stand before the transactions in every version. */
    private CamtBooking booking() throws Unreadable {
        CamtBooking known = booking;
        if (known == null) {
            known = CamtBooking.of(whole(), place, ownAccount);
            booking = known;
        }
        return known;
    }

    private CamtElement whole() {
        return new CamtElement("Ntry", "", "", place.line(), parts);
    }

    private LocalDate dayOfBooking(CamtBooking known) throws Unreadable {
        if (known.booked() != null) {
            return known.booked();
        }
        if (known.valued() != null) {
            return known.valued();
        }
        if (dayOfStatement == null) {
            throw place.part(place.name() + "/BookgDt", "").unreadable("The movement has no date");
        }
        place.remark(
                "The movement has no date; that of its statement is taken",
                "Compare the date with the bank's own display");
        return dayOfStatement;
    }

    private List<CamtBatch.Part> movements(CamtBooking known) {
        String additional = whole().text("AddtlNtryInf");
        List<CamtBatch.Part> movements = new CamtBatch(known, transactionsOr(known), batches).movements();
        for (CamtBatch.Part part : movements) {
            if (!part.draft().hasText()
                    && (movements.size() == 1 || !part.draft().hasStructuredReference())) {
                part.draft().addText(additional);
            }
        }
        return movements;
    }

    private List<CamtTransaction> transactionsOr(CamtBooking known) {
        return transactions.isEmpty() ? List.of(CamtTransaction.of(NO_DETAILS, known)) : transactions;
    }
}
