package org.quittance.web.escalations;

import org.quittance.collections.escalation.CaseFilePaper;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out a case file as a PDF that the browser shows. */
final class CaseFilePdf {

    private CaseFilePdf() {}

    static ResponseEntity<byte[]> response(CaseFilePaper paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(paper.name())
                                .build()
                                .toString())
                .body(paper.pdf());
    }
}
