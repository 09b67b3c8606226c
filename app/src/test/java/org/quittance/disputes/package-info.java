/** Disputes on a real PostgreSQL, from the words of a customer to the credit that ends them. */
@NullMarked
package org.quittance.disputes;

import org.jspecify.annotations.NullMarked;
