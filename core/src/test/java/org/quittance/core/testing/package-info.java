/** What the tests of core share: a seeded source of chance, so that each failure can be replayed from the seed that it names. */
@NullMarked
package org.quittance.core.testing;

import org.jspecify.annotations.NullMarked;
