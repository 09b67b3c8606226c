/**
 * The process guide: texts beside the steps that they explain, by version, and who has read which.
 *
 * <p>It explains and decides nothing.
 */
@NamedInterface("guide")
@NullMarked
package org.quittance.collections.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
