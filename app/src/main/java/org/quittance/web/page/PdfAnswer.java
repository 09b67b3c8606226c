package org.quittance.web.page;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A PDF that came from outside, shown in the browser's own viewer. It may load and run nothing, stand in no frame, and is kept by nobody on the
 * way: the next one who sits there may not be allowed to see it.
 */
public final class PdfAnswer {

    private static final String NOTHING_BUT_ITSELF =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PdfAnswer() {}

    public static ResponseEntity<byte[]> inline(String fileName, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", NOTHING_BUT_ITSELF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
