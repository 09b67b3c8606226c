/** Accounts that wait for somebody's answer: the list of them, each with what was said, the service levels, and the case file. */
@NullMarked
package org.quittance.web.escalations;

import org.jspecify.annotations.NullMarked;
