/** Generated ledgers of any size, and what the work on them costs beside a floor measured in the same run. */
@NullMarked
package org.quittance.bench;

import org.jspecify.annotations.NullMarked;
