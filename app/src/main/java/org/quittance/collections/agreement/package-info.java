/**
 * What was agreed with a customer: promises, repayment plans, settlements, and how far each level goes alone.
 *
 * <p>Whether one is kept is decided from postings, never from what somebody says of it.
 */
@NamedInterface("agreement")
@NullMarked
package org.quittance.collections.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
