/**
 * Copies of documents on their way in: PDFs, alone or in a ZIP, and what each tells of the document that it is of.
 *
 * <p>Bounded in entries, bytes and pages; nothing outside the file is opened, no script of a PDF runs, and no ZIP within a ZIP is unpacked.
 */
@NullMarked
package org.quittance.formats.copy;

import org.jspecify.annotations.NullMarked;
