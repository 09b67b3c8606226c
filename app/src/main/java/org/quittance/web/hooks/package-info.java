/** What other programs call, not people: no session, no form, each call signed. */
@NullMarked
package org.quittance.web.hooks;

import org.jspecify.annotations.NullMarked;
