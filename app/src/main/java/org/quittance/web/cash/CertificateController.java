package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.Certificates;
import org.quittance.cash.Certificates.Part;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The certificate at a date: every line of the bank, and what became of it. */
@Controller
class CertificateController {

    private static final int ROWS_SHOWN = 100;

    private final Certificates certificates;
    private final BusinessClock clock;

    CertificateController(Certificates certificates, BusinessClock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @GetMapping("/cash/certificate")
    Page certificate(@RequestParam @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        return Page.of("cash/certificate", "Certificate", new CertificateView(day, certificates.at(day)));
    }

    @GetMapping("/cash/certificate/export")
    void export(@RequestParam LocalDate asOf, @RequestParam TableExport.Format format, HttpServletResponse response)
            throws IOException {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("Book"), Column.text("Bank account"), Column.text("Currency")));
        Arrays.stream(Part.values()).forEach(part -> columns.add(Column.money(part.label())));
        columns.add(Column.money("Difference"));
        new TableExport("cash certificate " + asOf, columns)
                .to(
                        response,
                        format,
                        certificates.at(asOf).stream()
                                .map(CertificateController::row)
                                .toList());
    }

    /** The certificate as it is filed, with the lines that are not applied, who asked for it and when. */
    @GetMapping("/cash/certificate/pdf")
    ResponseEntity<byte[]> pdf(@RequestParam LocalDate asOf, Viewer viewer) {
        CertificatePaper paper = new CertificatePaper(
                asOf,
                certificates.at(asOf),
                certificates.notApplied(asOf, CertificatePaper.MOST + 1),
                viewer,
                clock.now());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("cash-certificate-" + asOf + ".pdf")
                                .build()
                                .toString())
                .body(paper.report().pdf());
    }

    /** The payments that sum to one figure. A person who may see cash sees every line of the bank. */
    @GetMapping("/cash/certificate/payments")
    Page payments(
            @RequestParam LocalDate asOf,
            @RequestParam Certificates.Book book,
            @RequestParam long bankAccount,
            @RequestParam Part part,
            @RequestParam(defaultValue = "0") int from) {
        int start = Math.max(0, from);
        List<Certificates.PartOfPayment> found =
                certificates.payments(new Certificates.Figure(asOf, book, bankAccount, part), start, ROWS_SHOWN + 1);
        Query query = CertificateView.payments(asOf, book, bankAccount, part);
        Pager pager = Pager.of(query, start, ROWS_SHOWN, found.size());
        return Page.of(
                "cash/certificatePayments",
                part.label(),
                new CertificateView.Behind(asOf, part, found.subList(0, Math.min(found.size(), ROWS_SHOWN)), pager));
    }

    private static List<Value> row(Certificates.Line line) {
        List<Value> values = new ArrayList<>(
                List.of(Value.of(line.book().label()), Value.of(line.bankAccount()), Value.of(line.currency())));
        Arrays.stream(Part.values()).forEach(part -> values.add(Value.of(line.of(part))));
        values.add(Value.of(line.difference()));
        return values;
    }
}
