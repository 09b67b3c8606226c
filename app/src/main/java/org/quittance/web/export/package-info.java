/** Tables that leave as CSV or Excel. */
@NullMarked
package org.quittance.web.export;

import org.jspecify.annotations.NullMarked;
