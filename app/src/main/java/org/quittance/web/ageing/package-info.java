/** The ledger by age, at any date; every figure opens the items that sum to it. */
@NullMarked
package org.quittance.web.ageing;

import org.jspecify.annotations.NullMarked;
