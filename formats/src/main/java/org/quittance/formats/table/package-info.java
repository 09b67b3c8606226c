/**
 * Tables in files: CSV in any usual encoding, separator and locale, and XLSX, read as rows of text and written from rows of values.
 *
 * <p>Reading: {@link org.quittance.formats.table.TableFile#open} looks at the content, not at the name, and refuses what is no
 * table with a remedy; {@link org.quittance.formats.table.RowReader} then streams rows with the line numbers that an editor or Excel
 * shows. Nothing is interpreted here: what a cell means is the business of those who know the column.
 *
 * <p>Writing: {@link org.quittance.formats.table.TableWriter} takes typed {@link org.quittance.formats.table.Value values} and writes
 * CSV or a workbook through the same calls.
 */
@NullMarked
package org.quittance.formats.table;

import org.jspecify.annotations.NullMarked;
