/** The team: whose list is how long, what each has done, who is away and who covers. */
@NullMarked
package org.quittance.web.team;

import org.jspecify.annotations.NullMarked;
