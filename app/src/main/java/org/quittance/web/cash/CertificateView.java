package org.quittance.web.cash;

import java.time.LocalDate;
import java.util.List;
import org.quittance.cash.Certificates;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;

/** The certificate at the end of a business date. */
public record CertificateView(LocalDate asOf, List<Certificates.Line> lines) {

    public CertificateView {
        lines = List.copyOf(lines);
    }

    /** The payments behind one figure. */
    public record Behind(
            LocalDate asOf, Certificates.Part part, List<Certificates.PartOfPayment> payments, Pager pager) {

        public Behind {
            payments = List.copyOf(payments);
        }
    }

    static Query payments(LocalDate asOf, Certificates.Book book, long bankAccount, Certificates.Part part) {
        return Query.of("/cash/certificate/payments")
                .with("asOf", asOf)
                .with("book", book)
                .with("bankAccount", bankAccount)
                .with("part", part);
    }

    public String payments(Certificates.Line line, Certificates.Part part) {
        return payments(asOf, line.book(), line.bankAccountId(), part).url();
    }

    public String pdf() {
        return Query.of("/cash/certificate/pdf").with("asOf", asOf).url();
    }

    public String export(String format) {
        return Query.of("/cash/certificate/export")
                .with("asOf", asOf)
                .with("format", format)
                .url();
    }
}
