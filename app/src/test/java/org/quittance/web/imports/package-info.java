/** The files that lie ready, without a browser. */
@NullMarked
package org.quittance.web.imports;

import org.jspecify.annotations.NullMarked;
