/** The audit trail as it is read: newest first, by person or by subject, and whether its chain of seals still holds. */
@NullMarked
package org.quittance.web.audit;

import org.jspecify.annotations.NullMarked;
