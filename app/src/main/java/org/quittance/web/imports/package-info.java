/** Handing files in, watching them being read, and answering what they leave open. */
@NullMarked
package org.quittance.web.imports;

import org.jspecify.annotations.NullMarked;
