package org.quittance.demo;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemKind;

/** New bills as the ERPs list them. */
final class ExtractText {

    private static final DateTimeFormatter SAP_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter ORACLE_DAY = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

    private ExtractText() {}

    /** SAP's list of customer line items, as it is saved to a spreadsheet: minus signs behind, a subtotal at the end. */
    static String sap(List<Bill> bills) {
        String header = row(
                ";",
                "Company Code",
                "Account",
                "Name 1",
                "Assignment",
                "Document Number",
                "Document Type",
                "Document Date",
                "Posting Date",
                "Net due date",
                "Amount in doc. curr.",
                "Document currency",
                "Terms of Payment",
                "Days 1",
                "Disc. percent 1",
                "Purchase order",
                "Text");
        String rows = bills.stream()
                .map(bill -> row(
                        ";",
                        bill.account().entity().code(),
                        bill.account().customer().number(),
                        bill.account().customer().name(),
                        bill.order(),
                        bill.document(),
                        bill.kind() == ItemKind.INVOICE ? "RV" : "DG",
                        bill.date().format(SAP_DAY),
                        bill.date().format(SAP_DAY),
                        bill.due().format(SAP_DAY),
                        sapAmount(bill.minor()),
                        bill.account().entity().currency(),
                        "Z%03d".formatted(bill.account().termsDays()),
                        bill.account().discount() == null
                                ? ""
                                : String.valueOf(bill.account().discount().days()),
                        bill.account().discount() == null
                                ? ""
                                : bill.account().discount().percent(),
                        bill.order(),
                        bill.memo()))
                .collect(Collectors.joining());
        long sum = bills.stream().mapToLong(Bill::minor).sum();
        String subtotal = row(
                ";", "*", "", "", "", "", "", "", "", "", sapAmount(sum), DemoEntity.DE.currency(), "", "", "", "", "");
        return header + rows + subtotal;
    }

    /** Payment schedules of Oracle Receivables. */
    static String oracle(List<Bill> bills) {
        String header = row(
                ",",
                "ORG_ID",
                "CUSTOMER_NUMBER",
                "CUSTOMER_NAME",
                "TRX_NUMBER",
                "CLASS",
                "TRX_DATE",
                "GL_DATE",
                "DUE_DATE",
                "INVOICE_CURRENCY_CODE",
                "AMOUNT_DUE_ORIGINAL",
                "AMOUNT_DUE_REMAINING",
                "TERM_NAME",
                "STATUS",
                "PURCHASE_ORDER",
                "COMMENTS");
        return header
                + bills.stream()
                        .map(bill -> row(
                                ",",
                                bill.account().entity().code(),
                                bill.account().customer().number(),
                                bill.account().customer().name(),
                                bill.document(),
                                bill.kind() == ItemKind.INVOICE ? "INV" : "CM",
                                oracleDay(bill),
                                oracleDay(bill),
                                bill.due().format(ORACLE_DAY).toUpperCase(Locale.ROOT),
                                bill.account().entity().currency(),
                                BigDecimal.valueOf(bill.minor(), 2).toPlainString(),
                                BigDecimal.valueOf(bill.minor(), 2).toPlainString(),
                                terms(bill.account()),
                                "OP",
                                bill.order(),
                                bill.memo()))
                        .collect(Collectors.joining());
    }

    private static String terms(DemoAccount account) {
        CashDiscount discount = account.discount();
        String net = "NET " + account.termsDays();
        return discount == null ? net : "%s/%d %s".formatted(discount.percent(), discount.days(), net);
    }

    private static String oracleDay(Bill bill) {
        return bill.date().format(ORACLE_DAY).toUpperCase(Locale.ROOT);
    }

    private static String sapAmount(long minor) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(BigDecimal.valueOf(Math.abs(minor), 2)) + (minor < 0 ? "-" : "");
    }

    private static String row(String separator, String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.contains(separator) ? "\"" + cell + "\"" : cell)
                .collect(Collectors.joining(separator, "", "\r\n"));
    }
}
