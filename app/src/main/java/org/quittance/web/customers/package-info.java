/** A customer and its items: what it owes, why, and what explains every balance. */
@NullMarked
package org.quittance.web.customers;

import org.jspecify.annotations.NullMarked;
