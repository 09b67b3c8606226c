/**
 * Extracts of an ERP's receivables ledger: open items, customers and payments, recognised by their headers.
 *
 * <p>A file goes through three steps. {@link org.quittance.formats.table.TableFile#open} makes rows of it;
 * {@link org.quittance.formats.extract.Recogniser} finds its header among the families that {@code families/} describes, or by a
 * mapping that a person made, and from the data the order of dates and the decimal mark: the result is a
 * {@link org.quittance.formats.extract.Layout}; {@link org.quittance.formats.extract.ExtractReader} then streams typed
 * {@link org.quittance.formats.extract.ExtractLine lines} and, beside them, a problem for each row that it cannot take. No row is
 * dropped in silence: each is taken, refused with a reason, or counted as a heading or a checked total.
 *
 * <p>What is customary in a system is data: {@code families/*.family} for headers, {@code document-types} for codes. To teach a new
 * system is to add a file, a line in {@code families/catalogue} and a sample with its expectation among the tests.
 */
@NullMarked
package org.quittance.formats.extract;

import org.jspecify.annotations.NullMarked;
