package org.quittance.formats.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/**
 * A file that holds tables and can be read as often as needed: once to recognise it, once to take it in.
 *
 * <p>{@code TableFile.open("open items.csv", path)} finds out encoding and separator, or that it is a workbook. What the file is
 * follows from its content; its name is only told to people. A file that is no table is refused with a remedy.
 *
 * @param name the name as the user knows it; an upload is kept under another
 * @param path where the bytes are
 * @param format what the content turned out to be
 */
public record TableFile(String name, Path path, TableFormat format) {

    public TableFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(format, "format");
    }

    /** Looks at the whole file once, without keeping it. */
    public static Parsed<TableFile> open(String name, Path path) throws IOException {
        FileSignature signature = FileSignature.of(path);
        if (signature == FileSignature.TEXT) {
            return Parsed.of(new TableFile(name, path, CsvSniffer.sniff(path)));
        }
        if (signature == FileSignature.ZIP) {
            return openWorkbook(name, path);
        }
        return Parsed.refused(Problem.file(name, 0, "", "", signature.message(), signature.remedy()));
    }

    /** Opens the rows of a sheet, counted from 0; separated text has one. */
    public RowReader rows(int sheet) throws IOException {
        Objects.checkIndex(sheet, format.sheetCount());
        return switch (format) {
            case TableFormat.Csv csv -> CsvRows.open(name, path, csv);
            case TableFormat.Xlsx xlsx ->
                XlsxRows.open(name, path, xlsx.sheets().get(sheet));
        };
    }

    private static Parsed<TableFile> openWorkbook(String name, Path path) throws IOException {
        WorkbookCheck.Verdict verdict = WorkbookCheck.of(name, path);
        return switch (verdict) {
            case WorkbookCheck.Sound sound ->
                Parsed.of(new TableFile(name, path, new TableFormat.Xlsx(sound.sheets())));
            case WorkbookCheck.Unusable unusable -> Parsed.refused(unusable.problem());
        };
    }
}
