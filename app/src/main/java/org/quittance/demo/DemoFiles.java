package org.quittance.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of the demo company that are still to be imported by hand: what three banks and two ERPs have sent since the history ends.
 *
 * <p>Invariant: the same company gives the same bytes. All balances close but those of the one file that says in its name that they do
 * not.
 */
public final class DemoFiles {

    /** By how much the last statement misses its closing balance. */
    static final long MISSING_MINOR = 10_00;

    private static final String READ_ME = """
            Files of Halden & Rowe, to be imported by hand under Import.

            1  Bank statement in euro (camt.053) of Halden & Rowe GmbH
            2  Bank statement in pounds (MT940) of Halden & Rowe Ltd
            3  Bank statement in dollars (BAI2) of Halden & Rowe Inc.
            4  New invoices of Halden & Rowe GmbH, as SAP lists them
            5  New invoices of Halden & Rowe Inc., as Oracle Receivables lists them
            6  A statement in pounds whose closing balance is wrong by 10.00
            7  Remittance advices of payers of Halden & Rowe Inc. (X12 820), whose money is in 3
            8  Remittance advices of payers of Halden & Rowe GmbH (EDIFACT REMADV), whose money is in 1
            9  Remittance advices of payers of Halden & Rowe Ltd (EDIFACT REMADV), whose money is in 2
            10 A mail of one more payer of Halden & Rowe Ltd, with the invoices that a payment in 2 is for
            11 The settlement report of a card processor (Stripe), whose payout is one sum in 1
            12 Copies of invoices of a few customers, as PDFs in a ZIP; one of them is nobody's

            Importing a file twice changes nothing. An advice may come before its money or after it.
            """;

    /** A line of the list, by the number of its file. */
    private static final Pattern NUMBERED = Pattern.compile("^ *(\\d+)  ?\\S");
    /** The ZIP of copies, which is drawn elsewhere and always there. */
    private static final String COPIES = "12";

    private DemoFiles() {}

    /** A file by its name; its text is written in UTF-8. */
    public record DemoFile(String name, String text) {}

    public static List<DemoFile> of(DemoCompany company) {
        List<BankDay> pounds = BankBacklog.of(company, DemoEntity.UK);
        BankDay missing = BankBacklog.missing(company, DemoEntity.UK, pounds.getLast(), MISSING_MINOR);
        List<BulkAdvice> ofPounds = BankBacklog.advices(company, DemoEntity.UK);
        List<DemoFile> files = new ArrayList<>(List.of(
                new DemoFile("1-bank-EUR-camt053.xml", CamtText.of(BankBacklog.of(company, DemoEntity.DE))),
                new DemoFile("2-bank-GBP-mt940.sta", MtText.of(pounds)),
                new DemoFile("3-bank-USD-bai2.bai", BaiText.of(BankBacklog.of(company, DemoEntity.US))),
                new DemoFile("4-new-invoices-HRDE-sap-fbl5n.csv", ExtractText.sap(extracted(company, DemoEntity.DE))),
                new DemoFile("5-new-invoices-HRUS-oracle.csv", ExtractText.oracle(extracted(company, DemoEntity.US))),
                new DemoFile("6-bank-GBP-does-not-close-by-10.00.sta", MtText.of(List.of(missing)))));
        // In some weeks nobody sends an advice of a kind: then there is no such file.
        addWhereAny(files, "7-advices-USD-x12-820.edi", BankBacklog.advices(company, DemoEntity.US), X12Text::of);
        addWhereAny(files, "8-advices-EUR-remadv.edi", BankBacklog.advices(company, DemoEntity.DE), RemadvText::of);
        if (!ofPounds.isEmpty()) {
            addWhereAny(files, "9-advices-GBP-remadv.edi", ofPounds.subList(0, ofPounds.size() - 1), RemadvText::of);
            files.add(new DemoFile("10-advice-GBP-mail.eml", MailText.of(ofPounds.getLast())));
        }
        addWhereAny(files, "11-settlement-EUR-stripe.csv", BankBacklog.payouts(company, DemoEntity.DE), StripeText::of);
        files.addFirst(new DemoFile("0-read-me.txt", readMe(files)));
        return List.copyOf(files);
    }

    private static <T> void addWhereAny(
            List<DemoFile> files, String name, List<T> contents, Function<List<T>, String> text) {
        if (!contents.isEmpty()) {
            files.add(new DemoFile(name, text.apply(contents)));
        }
    }

    /** The list of files, without those that there are none of. */
    private static String readMe(List<DemoFile> files) {
        Set<String> there = files.stream()
                .map(file -> file.name().substring(0, file.name().indexOf('-')))
                .collect(Collectors.toSet());
        return READ_ME.lines()
                .filter(line -> {
                    Matcher numbered = NUMBERED.matcher(line);
                    return !numbered.find() || numbered.group(1).equals(COPIES) || there.contains(numbered.group(1));
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Writes the files into a folder, which is made if need be; files of the same names are replaced. */
    static List<Path> write(DemoCompany company, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (DemoFile file : of(company)) {
            written.add(Files.writeString(folder.resolve(file.name()), file.text()));
        }
        return written;
    }

    private static List<Bill> extracted(DemoCompany company, DemoEntity entity) {
        return company.extracted().stream()
                .filter(bill -> bill.account().entity() == entity)
                .toList();
    }
}
