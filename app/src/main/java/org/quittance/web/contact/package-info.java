/**
 * When customers may be contacted: the company's rules by version, the laws behind them, automatic sending with its brake, orders not to
 * contact somebody, and what was refused or put off by which rule.
 */
@NullMarked
package org.quittance.web.contact;

import org.jspecify.annotations.NullMarked;
