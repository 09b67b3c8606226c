/** The legal entities that are owed, and their bank accounts. */
@NullMarked
package org.quittance.web.entities;

import org.jspecify.annotations.NullMarked;
