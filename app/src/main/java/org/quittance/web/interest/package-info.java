/** Late-payment interest and compensation: what accounts carry, what was claimed and given up, and the rates behind it. */
@NullMarked
package org.quittance.web.interest;

import org.jspecify.annotations.NullMarked;
