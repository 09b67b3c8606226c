/** What every module stands on: the database, the clock, the job table, failures that a person can read. */
@ApplicationModule(
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package org.quittance.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
