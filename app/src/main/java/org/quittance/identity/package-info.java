/** Who works here, in which roles, and whose accounts they may see. */
@ApplicationModule(allowedDependencies = {"platform", "audit"})
@NullMarked
package org.quittance.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
