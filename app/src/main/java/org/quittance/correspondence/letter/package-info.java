/**
 * Letters as typed data, and what becomes of them: an e-mail's text and HTML, and a PDF.
 *
 * <p>A caller fills a {@link org.quittance.correspondence.letter.LetterContent}; its constructor refuses a letter that would embarrass us,
 * such as a notice that lists what is not yet due. {@link org.quittance.correspondence.letter.Letters#write} words it in the customer's
 * language (one file of texts each, under {@code letters/}), and sets it three times from the same words. Writing a letter reads no clock
 * and no database: the same content gives the same bytes.
 */
@NamedInterface("letter")
@NullMarked
package org.quittance.correspondence.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
