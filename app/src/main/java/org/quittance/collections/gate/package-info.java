/**
 * What the contact gate asks at the moment of sending and of dialling, and what it refused.
 *
 * <p>The rules are {@code core.contact}'s; here are the facts for them, read again at that moment.
 */
@NamedInterface("gate")
@NullMarked
package org.quittance.collections.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
