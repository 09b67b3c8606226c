/** The worklist: whom to work next, why, and what is at stake. */
@NullMarked
package org.quittance.web.today;

import org.jspecify.annotations.NullMarked;
