/**
 * Questions and recommendations that go up or out: who was asked, until when, what was answered, and the account's case file.
 *
 * <p>What is in force because of them is read in {@code decision}, because it decides.
 */
@NamedInterface("escalation")
@NullMarked
package org.quittance.collections.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
