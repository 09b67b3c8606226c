/** The administrator's pages: who works here, in which roles, and whose accounts they see. */
@NullMarked
package org.quittance.web.people;

import org.jspecify.annotations.NullMarked;
