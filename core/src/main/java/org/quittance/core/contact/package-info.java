/**
 * Whether a customer may be contacted at this moment: asked when a message leaves or a number is dialled, whatever the plan said.
 *
 * <p>{@link org.quittance.core.contact.ContactGate} takes the attempt, what went before, the company's
 * {@link org.quittance.core.contact.ContactPolicy} and a moment, and answers with a {@link org.quittance.core.contact.ContactVerdict}: go, later
 * with the moment, or no, each with the {@link org.quittance.core.contact.Rule} that decided. {@link org.quittance.core.contact.LawPacks}
 * keeps what laws say, {@link org.quittance.core.contact.Consent} what a person has said about being contacted. {@link org.quittance.core.contact.Brake} stops a run that would contact far more customers than usual.
 */
@NullMarked
package org.quittance.core.contact;

import org.jspecify.annotations.NullMarked;
