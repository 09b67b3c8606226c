/** What a team sets out to reach in a month, and how far it has come: measures, working days, progress. */
@NullMarked
package org.quittance.core.targets;

import org.jspecify.annotations.NullMarked;
