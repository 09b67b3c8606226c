/**
 * Bank statements and payment files as banks send them, read into one shape: {@link org.quittance.formats.bank.BankStatement}.
 */
@NullMarked
package org.quittance.formats.bank;

import org.jspecify.annotations.NullMarked;
