/**
 * The command line, an edge. Each command starts what it needs, the database and the application without its web server, does its work,
 * and ends with an exit code: 0 done, 1 refused for a reason that is printed, 2 wrongly called.
 */
@ApplicationModule
@NullMarked
package org.quittance.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
