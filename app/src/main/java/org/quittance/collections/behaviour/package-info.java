/**
 * How a customer pays: days beyond terms by month, trend, change, pay runs.
 *
 * <p>Worked out from postings each night, read everywhere.
 */
@NamedInterface("behaviour")
@NullMarked
package org.quittance.collections.behaviour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
