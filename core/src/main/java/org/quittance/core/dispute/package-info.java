/** What customers say that they do not owe: what may be disputed, what an answer does, and what of an item is left out meanwhile. */
@NullMarked
package org.quittance.core.dispute;

import org.jspecify.annotations.NullMarked;
