/**
 * To whom we may speak, and what is known before anybody does: correspondents, the company's rules, the laws that its legal
 * entities observe, blocks, answers that wait to be read, and which of us has the customer open.
 *
 * <p>A customer's contact belongs to the customer: a written message counts for all its accounts, a call for those it was about.
 */
@NamedInterface("contact")
@NullMarked
package org.quittance.collections.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
