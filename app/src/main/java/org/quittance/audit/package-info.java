/**
 * Who did what, in a chain that nobody can rewrite unseen.
 *
 * <p>{@link org.quittance.audit.AuditTrail#record} writes the entry in the transaction of the deed. A moment later the entry is sealed:
 * the seal's hash covers the entry and the seal before it, so that a changed, removed or inserted entry breaks the chain.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.quittance.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
