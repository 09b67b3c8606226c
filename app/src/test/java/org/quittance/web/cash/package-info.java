@NullMarked
package org.quittance.web.cash;

import org.jspecify.annotations.NullMarked;
