/**
 * Copies of invoices and credit notes: the PDFs that billing has sent, kept beside the items that they are of.
 *
 * <p>{@link org.quittance.copies.CopyBook} takes a PDF with what it tells of itself, has {@code core.copy} decide which document it is of, and
 * keeps its content once, however often it is handed in. What nobody can tell waits among {@link org.quittance.copies.NobodysCopies} for a person,
 * and is asked again when items have come in. {@link org.quittance.copies.Copies} shows them to those who see the item.
 *
 * <p>Everything is only added: a wrong placement is withdrawn, a newer PDF of the same document goes before the older one, which stays.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit", "ledger"})
@NullMarked
package org.quittance.copies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
