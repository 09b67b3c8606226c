/**
 * Lists of exchange rates: a column for each currency against the euro, as the European Central Bank publishes them, or one rate a line.
 */
@NullMarked
package org.quittance.formats.rates;

import org.jspecify.annotations.NullMarked;
