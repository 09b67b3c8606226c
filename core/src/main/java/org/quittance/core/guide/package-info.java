/** The process guide: short texts that tell how a step of the work is done, for which steps there are some, and how their words are read. */
@NullMarked
package org.quittance.core.guide;

import org.jspecify.annotations.NullMarked;
