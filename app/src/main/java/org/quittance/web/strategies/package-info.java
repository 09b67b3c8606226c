/** Strategies: their order, each in plain words, the form that changes one, and what became of each version. */
@NullMarked
package org.quittance.web.strategies;

import org.jspecify.annotations.NullMarked;
