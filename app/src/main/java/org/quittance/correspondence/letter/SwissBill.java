package org.quittance.correspondence.letter;

import java.io.IOException;
import java.util.Optional;
import net.codecrete.qrbill.canvas.PDFCanvas;
import net.codecrete.qrbill.canvas.PDFFontSettings;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.BillFormat;
import net.codecrete.qrbill.generator.OutputSize;
import net.codecrete.qrbill.generator.QRBill;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.quittance.core.money.Money;
import org.quittance.core.reference.Iban;
import org.quittance.core.reference.StructuredReference;

/**
 * A Swiss QR-bill: receipt and payment part, on a page of its own behind the letter.
 *
 * <p>Example: 7,270.00 CHF to a QR-IBAN with its 27-digit reference. Who pays is left to be filled in: of customers we know lines of an
 * address and no parts.
 *
 * <p>Invariant: what it says is valid (SIX, Implementation Guidelines QR-bill 2.3): an account of Switzerland or Liechtenstein, francs or
 * euros, a holder with postal code and town, and the scheme of reference that the account takes.
 */
public final class SwissBill {

    private final PaymentDetails payTo;
    private final Money amount;
    private final StructuredReference reference;
    private final Language language;

    private SwissBill(PaymentDetails payTo, Money amount, StructuredReference reference, Language language) {
        this.payTo = payTo;
        this.amount = amount;
        this.reference = reference;
        this.language = language;
    }

    /** The bill of an amount; empty where none can be made of it. */
    static Optional<SwissBill> of(
            PaymentDetails payTo, Money amount, StructuredReference reference, Language language) {
        SwissBill bill = new SwissBill(payTo, amount, reference, language);
        boolean may = Iban.parse(payTo.iban()).filter(Iban::isSwiss).isPresent()
                && payTo.address().isComplete()
                && QRBill.validate(bill.bill()).isValid();
        return may ? Optional.of(bill) : Optional.empty();
    }

    /** Puts it on a new page at the end, with its fonts inside. */
    void drawOn(PDDocument document) throws IOException {
        try (PDFCanvas page =
                new PDFCanvas(document, PDFCanvas.NEW_PAGE_AT_END, PDFFontSettings.embeddedLiberationSans())) {
            QRBill.draw(bill(), page);
        }
    }

    private Bill bill() {
        Bill bill = new Bill();
        bill.setAccount(payTo.iban());
        bill.setCreditor(creditor());
        bill.setAmount(amount.toDecimal());
        bill.setCurrency(amount.currency().getCurrencyCode());
        bill.setReference(reference.value());
        BillFormat format = new BillFormat();
        format.setOutputSize(OutputSize.A4_PORTRAIT_SHEET);
        format.setLanguage(onBill());
        bill.setFormat(format);
        return bill;
    }

    private Address creditor() {
        Address creditor = new Address();
        creditor.setName(payTo.holder());
        creditor.setStreet(payTo.address().street());
        creditor.setHouseNo(payTo.address().houseNumber());
        creditor.setPostalCode(payTo.address().postalCode());
        creditor.setTown(payTo.address().town());
        creditor.setCountryCode(payTo.country());
        return creditor;
    }

    /** The languages of the bill are those of the country, and English. */
    private net.codecrete.qrbill.generator.Language onBill() {
        return switch (language) {
            case GERMAN -> net.codecrete.qrbill.generator.Language.DE;
            case FRENCH -> net.codecrete.qrbill.generator.Language.FR;
            case ITALIAN -> net.codecrete.qrbill.generator.Language.IT;
            case ENGLISH, DUTCH, SPANISH -> net.codecrete.qrbill.generator.Language.EN;
        };
    }
}
