@NullMarked
package org.quittance.web.strategies;

import org.jspecify.annotations.NullMarked;
