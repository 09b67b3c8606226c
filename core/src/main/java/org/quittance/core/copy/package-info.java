/**
 * Copies of documents: which item a PDF is the copy of, and how copies share out among mails.
 *
 * <p>{@link org.quittance.core.copy.CopyOwner} decides from what a PDF tells of itself ({@link org.quittance.core.copy.CopySigns}) and the
 * documents that are known. It never guesses: two answers are none.
 */
@NullMarked
package org.quittance.core.copy;

import org.jspecify.annotations.NullMarked;
