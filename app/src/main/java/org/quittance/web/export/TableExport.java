package org.quittance.web.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.TableWriter;
import org.quittance.formats.table.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table on its way out of the browser.
 *
 * <p>{@code new TableExport("ageing 2026-03-02", columns).to(response, Format.XLSX, rows)}
 *
 * @param name the file's name without its ending
 */
public record TableExport(String name, List<Column> columns) {

    public TableExport {
        columns = List.copyOf(columns);
    }

    /** In which form the table leaves. */
    public enum Format {
        CSV("text/csv;charset=UTF-8", ".csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }
    }

    /** Writes the rows straight into the response; none of them is kept. */
    public void to(HttpServletResponse response, Format format, Iterable<List<Value>> rows) throws IOException {
        to(response, format, table -> {
            for (List<Value> row : rows) {
                table.write(row);
            }
        });
    }

    /** What writes the rows of a table that is read while it leaves. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(TableWriter table) throws IOException;
    }

    /** The same for rows that come one by one from the database. */
    public void to(HttpServletResponse response, Format format, Rows rows) throws IOException {
        response.setContentType(format.mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + format.ending, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (TableWriter out = writer(response, format)) {
            rows.writeTo(out);
        }
    }

    private TableWriter writer(HttpServletResponse response, Format format) throws IOException {
        return switch (format) {
            case CSV -> TableWriter.csv(response.getOutputStream(), TableWriter.ByteOrderMark.WRITTEN, columns);
            case XLSX -> TableWriter.xlsx(response.getOutputStream(), name, columns);
        };
    }
}
