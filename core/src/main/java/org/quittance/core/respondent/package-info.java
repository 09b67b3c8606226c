/** Whom in the company one may ask by mail, until when a link to an answer holds, and when one is reminded. */
@NullMarked
package org.quittance.core.respondent;

import org.jspecify.annotations.NullMarked;
