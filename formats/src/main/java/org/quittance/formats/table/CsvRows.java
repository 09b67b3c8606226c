package org.quittance.formats.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;

/** Rows of separated text. Quoted cells may run over several lines; rows may have more or fewer cells than the header. */
final class CsvRows implements RowReader {

    /** A cell longer than this is a quotation mark that nobody closed, and would swallow the rest of the file. */
    private static final int LONGEST_CELL = 1 << 18;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private @Nullable Problem damage;
    private long lastLine;

    private CsvRows(String name, CsvReader<CsvRecord> reader) {
        this.name = name;
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvRows open(String name, Path path, TableFormat.Csv format) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(format.separator())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(CsvSniffer.reader(path, new Encoding(format.charset(), format.markBytes())));
        return new CsvRows(name, reader);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (damage == null && records.hasNext()) {
                CsvRecord csv = records.next();
                Row row = new Row(csv.getStartingLineNumber(), csv.getFields());
                lastLine = row.line();
                if (!row.isBlank()) {
                    return row;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            damage = Problem.file(
                    name,
                    lastLine + 1,
                    "",
                    "",
                    "After line %d a cell does not end; a quotation mark is not closed".formatted(lastLine),
                    "Close the quotation mark, or remove it, and feed the file again");
        }
        return null;
    }

    @Override
    public Optional<Problem> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
