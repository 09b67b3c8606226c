/**
 * Files in and out of receivables work: bank statements, ledger extracts, spreadsheets.
 *
 * <p>Pure readers and writers over streams, useful without the application. A reader never throws for what a file contains: it
 * returns {@link org.quittance.formats.Parsed}, the good rows and a {@link org.quittance.formats.Problem} for each bad one.
 */
@NullMarked
package org.quittance.formats;

import org.jspecify.annotations.NullMarked;
