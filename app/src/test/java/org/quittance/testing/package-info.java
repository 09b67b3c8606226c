/** What tests of the application stand on: a real PostgreSQL, a clock that is moved by hand. */
@NullMarked
package org.quittance.testing;

import org.jspecify.annotations.NullMarked;
