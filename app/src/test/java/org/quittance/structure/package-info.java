/** The shape of the house, held by tests: who may import whom, and who may write which tables. */
@NullMarked
package org.quittance.structure;

import org.jspecify.annotations.NullMarked;
