/** Exchange rates by day, and the currency in which the installation reports. */
@NullMarked
package org.quittance.web.rates;

import org.jspecify.annotations.NullMarked;
