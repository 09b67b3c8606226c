/**
 * Written messages about what is owed: drafted, proposed or sent by the night, braked, taken back when they did not leave.
 *
 * <p>What leaves is asked about once more by {@code gate}, at the moment of sending.
 */
@NamedInterface("reminder")
@NullMarked
package org.quittance.collections.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
