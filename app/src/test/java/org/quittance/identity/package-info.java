/** People, passwords and appointments. */
@NullMarked
package org.quittance.identity;

import org.jspecify.annotations.NullMarked;
