/** Formats, addresses and drawings, without a browser. */
@NullMarked
package org.quittance.web.page;

import org.jspecify.annotations.NullMarked;
