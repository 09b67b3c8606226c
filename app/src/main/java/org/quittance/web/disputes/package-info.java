/** What customers say that they do not owe: the list, each dispute with what was found out, the form that opens one, and where each reason goes. */
@NullMarked
package org.quittance.web.disputes;

import org.jspecify.annotations.NullMarked;
