@NullMarked
package org.quittance.web.escalations;

import org.jspecify.annotations.NullMarked;
