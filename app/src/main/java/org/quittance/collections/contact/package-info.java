/**
 * To whom we may speak, and what is known before anybody does: correspondents, the company's rules, the laws that its legal
 * entities observe, blocks, answers that wait to be read, and which of us has the customer open.
 *
 * <p>A contact counts for the accounts that it was about: a written message for those of which it lists something, a call for those that
 * were spoken of. How often a customer is contacted in all is what the contact gate counts.
 */
@NamedInterface("contact")
@NullMarked
package org.quittance.collections.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
