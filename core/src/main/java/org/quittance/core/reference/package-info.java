/**
 * Payment references and account numbers that carry their own check digit.
 *
 * <p>A reference with a valid check digit is the strongest thing that a payer can write: it was copied, not typed from memory, and
 * a slip of the pen is noticed. {@link org.quittance.core.reference.StructuredReference} reads those of Europe's schemes,
 * {@link org.quittance.core.reference.Iban} the account numbers; {@link org.quittance.core.reference.CheckDigits} has the arithmetic.
 *
 * <p>{@link org.quittance.core.reference.LetterReference} makes the references that our own letters ask to be quoted, and finds them again in
 * what payers write; {@link org.quittance.core.reference.EpcCode} says what a banking app reads off a letter.
 */
@NullMarked
package org.quittance.core.reference;

import org.jspecify.annotations.NullMarked;
