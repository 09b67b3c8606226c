/** The demo company: the same from the same day, whole, and loadable in spite of interruptions. */
@NullMarked
package org.quittance.demo;

import org.jspecify.annotations.NullMarked;
