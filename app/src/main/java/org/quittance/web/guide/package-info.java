/** The process guide: written for the team, shown beside the step that it explains, read by each. */
@NullMarked
package org.quittance.web.guide;

import org.jspecify.annotations.NullMarked;
