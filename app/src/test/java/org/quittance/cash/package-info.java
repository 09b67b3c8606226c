@NullMarked
package org.quittance.cash;

import org.jspecify.annotations.NullMarked;
