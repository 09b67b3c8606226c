/**
 * Business days: weekends and public holidays as rules, computed for any year, without a table that runs out.
 *
 * <p>Laws move holidays now and then; such a day is entered as an exception of its year.
 */
@NullMarked
package org.quittance.core.calendar;

import org.jspecify.annotations.NullMarked;
