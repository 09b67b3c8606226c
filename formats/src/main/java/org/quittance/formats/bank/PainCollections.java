package org.quittance.formats.bank;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;

/** Reads pain.008 of any version: each {@code PmtInf} is a collection that the bank books as one sum. */
final class PainCollections {

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final ProblemLog log;
    private final List<SettlementReport> collections = new ArrayList<>();
    private String message = "";

    PainCollections(ProblemLog log) {
        this.log = log;
    }

    Parsed<List<SettlementReport>> read(Reader text) throws IOException {
        boolean found = false;
        try {
            CamtCursor cursor = new CamtCursor(text, log);
            while (cursor.nextStart()) {
                if (cursor.name().equals("CstmrDrctDbtInitn")) {
                    found = true;
                    readMessage(cursor);
                }
            }
        } catch (Broken e) {
            if (collections.isEmpty()) {
                return log.refuse(e.finding());
            }
            log.leaveOut(e.finding());
        }
        return found
                ? log.read(collections)
                : log.refuse(new Finding(
                        0,
                        "",
                        "",
                        "The file holds no direct debit collection",
                        "Export the collection that was sent to the bank again"));
    }

    private void readMessage(CamtCursor cursor) throws IOException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "GrpHdr" -> message = cursor.element().text("MsgId");
                case "PmtInf" -> readCollection(cursor);
                default -> {
                    // Supplementary data tell nothing about money.
                }
            }
        }
    }

    /** What a collection tells before its debits. */
    private static final class Header {
        private String id = "";
        private String account = "";
        private String sum = "";
        private String date = "";
        private boolean isOneByOne;
    }

    private void readCollection(CamtCursor cursor) throws IOException {
        int depth = cursor.depth();
        long line = cursor.line();
        Header header = new Header();
        List<SettlementReport.Line> debits = new ArrayList<>();
        @Nullable Finding broken = null;
        while (cursor.nextChild(depth)) {
            CamtElement element = cursor.element();
            if (element.name().equals("DrctDbtTxInf")) {
                try {
                    debits.add(debit(element, debits.size() + 1));
                } catch (Unreadable e) {
                    broken = broken == null ? e.finding() : broken;
                }
            } else {
                fill(header, element);
            }
        }
        if (broken == null && !header.isOneByOne) {
            broken = take(header, debits, line);
        }
        if (broken != null) {
            log.leaveOut(new Finding(
                    broken.line(),
                    broken.field(),
                    broken.excerpt(),
                    "Collection %s is left out: %s".formatted(header.id, broken.message()),
                    broken.remedy()));
        } else if (header.isOneByOne) {
            log.remark(new Finding(
                    line,
                    "PmtInf/BtchBookg",
                    "false",
                    "Collection %s is left out: the bank books its debits one by one".formatted(header.id),
                    "Nothing needs to be done: the statement tells of each"));
        }
    }

    private static void fill(Header header, CamtElement element) {
        switch (element.name()) {
            case "PmtInfId" -> header.id = element.text();
            case "CtrlSum" -> header.sum = element.text();
            case "ReqdColltnDt" -> header.date = element.text();
            case "BtchBookg" ->
                header.isOneByOne =
                        element.text().equals("false") || element.text().equals("0");
            case "CdtrAcct" -> header.account = EntryDraft.account(CamtStatement.accountNumber(element));
            default -> {
                // Creditor, scheme and type of the debits.
            }
        }
    }

    /** Returns why it cannot be taken; null where it is. */
    private @Nullable Finding take(Header header, List<SettlementReport.Line> debits, long line) {
        Field place = new Field(log, line, "PmtInf", header.id);
        try {
            if (debits.isEmpty()) {
                throw place.unreadable("It holds no debits", "Look at the order once more");
            }
            Currency currency = debits.getFirst().gross().currency();
            Money sum = Money.zero(currency);
            for (SettlementReport.Line debit : debits) {
                if (!debit.gross().currency().equals(currency)) {
                    throw place.unreadable("Its debits are in several currencies", "Collect each currency by itself");
                }
                sum = sum.plus(debit.gross());
            }
            Money told = header.sum.isEmpty()
                    ? sum
                    : place.part("PmtInf/CtrlSum", header.sum).amount(currency);
            LocalDate date = header.date.isEmpty()
                    ? null
                    : place.part("PmtInf/ReqdColltnDt", header.date).isoDay();
            collections.add(new SettlementReport(
                    "Direct debit collection, pain.008",
                    "",
                    reference(header.id, message),
                    header.account,
                    date,
                    told,
                    debits));
            return null;
        } catch (Unreadable e) {
            return e.finding();
        } catch (IllegalArgumentException | ArithmeticException beyondMeasure) {
            return new Finding(
                    line,
                    "PmtInf",
                    header.id,
                    "It holds more debits, or more money, than can be collected at once (%,d)"
                            .formatted(RemittanceAdvice.MOST_LINES),
                    "Collect in smaller parts");
        }
    }

    /** By either the bank may name its sum, and its status report names both. */
    static String reference(String collection, String message) {
        return Stream.of(collection, message)
                .filter(id -> !id.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private SettlementReport.Line debit(CamtElement element, int nth) throws Unreadable {
        String path = "DrctDbtTxInf[%d]".formatted(nth);
        Field place = new Field(log, element.line(), path, "");
        CamtElement amount = element.at("InstdAmt");
        if (amount == null) {
            throw place.unreadable("The amount is missing", "Export the collection again");
        }
        Money money = CamtAmount.unsigned(amount, place);
        if (!money.isPositive()) {
            throw place.unreadable("Nothing is collected", "Take the debit out of the collection");
        }
        String endToEnd = element.text("PmtId", "EndToEndId");
        CamtElement account = element.at("DbtrAcct");
        return new SettlementReport.Line(
                SettlementReport.Kind.PAYMENT,
                endToEnd.equals(NOT_PROVIDED) ? element.text("PmtId", "InstrId") : endToEnd,
                "",
                account == null ? "" : EntryDraft.account(CamtStatement.accountNumber(account)),
                element.text("Dbtr", "Nm"),
                remittance(element),
                null,
                money,
                Money.zero(money.currency()),
                "");
    }

    private static String remittance(CamtElement element) {
        CamtElement told = element.at("RmtInf");
        String mandate = element.text("DrctDbtTx", "MndtRltdInf", "MndtId");
        Stream<String> written = told == null
                ? Stream.of()
                : Stream.concat(
                        told.all("Ustrd").stream().map(CamtElement::text),
                        told.all("Strd").stream()
                                .flatMap(one -> Stream.of(
                                        one.text("CdtrRefInf", "Ref"),
                                        one.text("RfrdDocInf", "Nb"),
                                        one.text("AddtlRmtInf"))));
        return Stream.concat(written, Stream.of(mandate.isEmpty() ? "" : "Mandate " + mandate))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
