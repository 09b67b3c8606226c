/** How customers pay: the list of all, one customer's months as a chart and a table, and the payments behind each figure. */
@NullMarked
package org.quittance.web.behaviour;

import org.jspecify.annotations.NullMarked;
