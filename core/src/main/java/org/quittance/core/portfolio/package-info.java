/**
 * Whose accounts are whose: the rules by which an account falls into a portfolio.
 *
 * <p>{@link org.quittance.core.portfolio.PortfolioRules} are in order, and the first that fits wins. An account that none fits stays where it is.
 */
@NullMarked
package org.quittance.core.portfolio;

import org.jspecify.annotations.NullMarked;
