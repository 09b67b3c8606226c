/**
 * The measures of receivables, each exactly as its formula is written.
 *
 * <p>A measure that the facts cannot give is said to be undefined, with the reason; it is never shown as zero. Values are not rounded until
 * they are shown.
 */
@NullMarked
package org.quittance.core.insight;

import org.jspecify.annotations.NullMarked;
