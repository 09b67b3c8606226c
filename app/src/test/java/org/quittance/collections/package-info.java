/** Collections on a real PostgreSQL: the night, the worklist, promises, calls and reminders. */
@NullMarked
package org.quittance.collections;

import org.jspecify.annotations.NullMarked;
