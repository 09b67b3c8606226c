/** The forms of legal entities. */
@NullMarked
package org.quittance.web.entities;

import org.jspecify.annotations.NullMarked;
