/** What is agreed with customers: promises, and repayment plans from the proposal to the last instalment. */
@NullMarked
package org.quittance.web.agreements;

import org.jspecify.annotations.NullMarked;
