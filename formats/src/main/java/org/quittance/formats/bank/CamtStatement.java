package org.quittance.formats.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** Reads one statement, report or notification of a camt message: its account, its booked balances and its entries. */
final class CamtStatement {

    private static final Set<String> OPENING = Set.of("OPBD", "PRCD");
    private static final Set<String> CLOSING = Set.of("CLBD");
    private static final Set<String> DUPLICATE = Set.of("DUPL", "CODU");
    private static final String INTERMEDIATE = "INTM";

    private final CamtCursor cursor;
    private final StatementDraft draft;
    private final String messageCreated;
    private final List<Balance> balances = new ArrayList<>();
    private Field created;
    private int entries;

    /** A booked balance; the day is null where the bank left it out. */
    private record Balance(
            String type,
            boolean intermediate,
            Money amount,
            @Nullable LocalDate day,
            Field place) {}

    /** @param messageCreated when the message was written, from its group header; empty where that is not told */
    CamtStatement(CamtCursor cursor, StatementDraft draft, String messageCreated) {
        this.cursor = cursor;
        this.draft = draft;
        this.messageCreated = messageCreated;
        this.created = draft.place().part(draft.place().name() + "/CreDtTm", messageCreated);
    }

    BankStatement read() throws Unreadable, IOException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Id" -> draft.reference = cursor.element().text();
                case "ElctrncSeqNb" -> draft.sequence = cursor.element().text();
                case "LglSeqNb" -> {
                    String legal = cursor.element().text();
                    draft.sequence = draft.sequence.isEmpty() ? legal : draft.sequence;
                }
                case "CpyDplctInd" -> remarkDuplicate(cursor.element());
                case "CreDtTm" -> readCreated(cursor.element());
                case "Acct" -> readAccount(cursor.element());
                case "Bal" -> readBalance(cursor.element());
                case "Ntry" -> readEntry();
                default -> {}
            }
        }
        takeBalances();
        if (draft.date == null) {
            draft.date = created.isoDay();
        }
        return draft.finished();
    }

    /** Says of a field that could not be read which statement it costs. */
    Finding leftOut(Finding f) {
        String statement = draft.reference.isEmpty() ? "" : " " + draft.reference;
        String account = draft.account.isEmpty() ? "" : " of account " + draft.account;
        return new Finding(
                f.line(),
                f.field(),
                f.excerpt(),
                "Statement%s%s is left out: %s".formatted(statement, account, f.message()),
                f.remedy());
    }

    private void remarkDuplicate(CamtElement indicator) {
        if (DUPLICATE.contains(indicator.text())) {
            field(indicator, "CpyDplctInd", indicator.text())
                    .remark(
                            "The bank has marked this statement as a duplicate",
                            "See whether its movements have been fed before");
        }
    }

    private void readCreated(CamtElement element) {
        created = field(element, "CreDtTm", element.text().isEmpty() ? messageCreated : element.text());
    }

    private void readAccount(CamtElement account) throws Unreadable {
        draft.account = EntryDraft.account(accountNumber(account));
        CamtElement currency = account.at("Ccy");
        if (currency != null) {
            draft.currency = field(currency, "Acct/Ccy", currency.text()).currency();
        }
    }

    /** IBAN, or whatever else the bank identifies the account by, in all versions. */
    static String accountNumber(CamtElement account) {
        return Stream.of(
                        account.text("Id", "IBAN"),
                        account.text("Id", "Othr", "Id"),
                        account.text("Id", "BBAN"),
                        account.text("Id", "UPIC"),
                        account.text("Id", "PrtryAcct", "Id"),
                        account.text("Prxy", "Id"))
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void readBalance(CamtElement element) throws Unreadable {
        String type = Stream.of(element.text("Tp", "CdOrPrtry", "Cd"), element.text("Tp", "Cd"))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
        if (!OPENING.contains(type) && !CLOSING.contains(type)) {
            return;
        }
        Field place = field(element, "Bal", type);
        Money amount = CamtAmount.signed(element, place);
        CamtElement day = element.at("Dt");
        boolean intermediate = element.text("Tp", "SubTp", "Cd").equals(INTERMEDIATE);
        balances.add(new Balance(type, intermediate, amount, day == null ? null : day(day, "Bal/Dt"), place));
    }

    private @Nullable LocalDate day(CamtElement dateChoice, String name) throws Unreadable {
        String written = writtenDay(dateChoice);
        return written.isEmpty() ? null : field(dateChoice, name, written).isoDay();
    }

    /** A date, or a point in time, in all versions. */
    static String writtenDay(CamtElement dateChoice) {
        return Stream.of(dateChoice.text("Dt"), dateChoice.text("DtTm"), dateChoice.text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Where a bank gives several balances of a kind (one for each day), the first opens and the last closes. A final one goes
     * before an intermediate one of a page, and an opening balance (OPBD) before the closing one of the day before (PRCD).
     */
    private void takeBalances() {
        Comparator<Balance> byDay =
                Comparator.comparing(balance -> balance.day() == null ? LocalDate.MIN : balance.day());
        Comparator<Balance> finalFirst = Comparator.comparing(Balance::intermediate);
        Balance opening = balances.stream()
                .filter(b -> OPENING.contains(b.type()))
                .min(Comparator.comparing(Balance::type)
                        .thenComparing(finalFirst)
                        .thenComparing(byDay))
                .orElse(null);
        Balance closing = balances.stream()
                .filter(b -> CLOSING.contains(b.type()))
                .reduce((a, b) -> finalFirst.thenComparing(byDay.reversed()).compare(a, b) < 0 ? a : b)
                .orElse(null);
        if (opening != null) {
            draft.opening = opening.amount();
        }
        if (closing != null) {
            draft.closing = closing.amount();
            draft.date = closing.day();
            if (closing.day() == null) {
                closing.place()
                        .remark(
                                "The closing balance has no date; the day on which the statement was made is taken",
                                "Compare the date with the bank's own display");
            }
        }
    }

    private void readEntry() throws Unreadable, IOException {
        entries++;
        if (entries > draft.place().log().limits().entries()) {
            throw new Broken(new Finding(
                    cursor.line(),
                    "Ntry",
                    "",
                    "A statement holds more movements than can be kept",
                    "Ask the bank for a file for each day or account"));
        }
        String path = "%s/Ntry[%d]".formatted(draft.place().name(), entries);
        Field place = new Field(draft.place().log(), cursor.line(), path, "");
        LocalDate fallback = dayOfStatement();
        new CamtEntry(cursor, place, draft.account, fallback).read().forEach(draft::add);
    }

    /** The day that a movement without any date is given: of the closing balance as far as it is known, else of the making. */
    private @Nullable LocalDate dayOfStatement() throws Unreadable {
        LocalDate closed = balances.stream()
                .filter(b -> CLOSING.contains(b.type()) && b.day() != null)
                .map(Balance::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return closed != null || created.isEmpty() ? closed : created.isoDay();
    }

    private Field field(CamtElement element, String name, String text) {
        Field place = draft.place();
        return new Field(place.log(), element.line(), place.name() + "/" + name, text);
    }
}
