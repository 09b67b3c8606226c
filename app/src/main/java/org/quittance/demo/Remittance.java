package org.quittance.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what a payment is for, as well or as badly as its payer does. */
final class Remittance {

    private static final int BANK_LINE = 35;
    private static final int MOST_LETTERS = 300;
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");
    private static final List<String> RUBBISH = List.of(
            "SUPPLIER PAYMENT RUN ####",
            "SAMMELZAHLUNG LT AVIS ####",
            "BACS TRN ####-####",
            "VENDOR 77-#### PMT",
            "PMT PER REMITTANCE SENT SEPARATELY");

    private final Chance chance;

    Remittance(Chance chance) {
        this.chance = chance;
    }

    /** How this payment is cited: mostly the payer's way, sometimes another. */
    Citing citing(PayerCharacter character) {
        if (chance.percent(82)) {
            return character.citing();
        }
        return chance.oneOf(List.of(Citing.values()));
    }

    List<String> lines(Citing citing, DemoCustomer payer, List<Bill> bills) {
        String text = switch (citing) {
            case EXACT -> prefix(payer) + joined(bills, Bill::document, ", ");
            case WRAPPED -> prefix(payer) + joined(bills, Bill::document, " ");
            case RUN_TOGETHER -> joined(bills, bill -> digits(bill.document()), "");
            case LAST_DIGITS -> prefix(payer) + joined(bills, bill -> lastDigits(bill.document()), "/");
            case ORDERS -> joined(bills, Bill::order, " ");
            case CUSTOMER_NUMBER -> customerNumber(payer);
            case RUBBISH -> chance.filled(chance.oneOf(RUBBISH));
        };
        String kept = text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS);
        return citing == Citing.WRAPPED ? cut(kept) : List.of(kept);
    }

    private static String joined(List<Bill> bills, Function<Bill, String> cited, String between) {
        return bills.stream().map(cited).distinct().collect(Collectors.joining(between));
    }

    private String prefix(DemoCustomer payer) {
        return switch (payer.language()) {
            case "de" -> chance.oneOf(List.of("Rechnung ", "RE ", "Rg.-Nr. "));
            case "nl" -> chance.oneOf(List.of("Factuur ", "Fact. "));
            case "fr" -> chance.oneOf(List.of("Facture ", "Fact "));
            case "it" -> "Fattura ";
            case "es" -> "Factura ";
            default -> chance.oneOf(List.of("Invoice ", "Inv ", ""));
        };
    }

    private static String customerNumber(DemoCustomer payer) {
        return switch (payer.language()) {
            case "de" -> "Kundennummer " + payer.number();
            case "nl" -> "Klantnummer " + payer.number();
            default -> "Customer " + payer.number();
        };
    }

    private static String digits(String document) {
        return NOT_DIGITS.matcher(document).replaceAll("");
    }

    private static String lastDigits(String document) {
        return document.substring(document.length() - 4);
    }

    /** As a bank wraps: at its own width, in the middle of a number if need be. */
    private static List<String> cut(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); from += BANK_LINE) {
            lines.add(text.substring(from, Math.min(text.length(), from + BANK_LINE)));
        }
        return lines;
    }
}
