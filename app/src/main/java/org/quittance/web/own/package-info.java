/** One's own preferences, and what one may know about the system. */
@NullMarked
package org.quittance.web.own;

import org.jspecify.annotations.NullMarked;
