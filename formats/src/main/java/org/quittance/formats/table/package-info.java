/**
 * Tables in files: CSV in any usual encoding, separator and locale, and XLSX, read as rows of text and written from rows of values.
 */
@NullMarked
package org.quittance.formats.table;

import org.jspecify.annotations.NullMarked;
