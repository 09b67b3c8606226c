/** Bank statements, what became of their payments, and the payments that a person has to assign. */
@NullMarked
package org.quittance.web.cash;

import org.jspecify.annotations.NullMarked;
