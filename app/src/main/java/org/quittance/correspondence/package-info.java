/**
 * Everything that is said and written to a customer, and what is about to be.
 *
 * <p>The {@link org.quittance.correspondence.Timeline} keeps one row for every call, note, letter, mail and visit; rows are only ever added.
 * Letters are written in {@link org.quittance.correspondence.letter}; this module does not read the ledger for them: whoever wants a
 * letter hands in what it says.
 *
 * <p>A letter that asks for money has a reference of its own for each bank account ({@link org.quittance.correspondence.PaymentReferences});
 * what it stands for is kept with the message and published for cash.
 *
 * <p>A message goes through the {@link org.quittance.correspondence.Outbox}. It is queued in the transaction of whoever wants it sent, with
 * the items that it lists and a job of its own, and can be called back for ten seconds. At the moment of sending every
 * {@link org.quittance.correspondence.SendGate} is asked again, whatever the plan said. Then:
 *
 * <ol>
 *   <li>{@code QUEUED} becomes {@code SENDING} and that is committed <em>before</em> the mail server is spoken to;
 *   <li>the server accepts: {@code SENT}, with a row on the timeline;
 *   <li>the server cannot be reached, is not trusted or refuses the login: back to {@code QUEUED}, however often; that is noted of the
 *       connection, where people see it ({@link org.quittance.correspondence.Connections}), and tried again after pauses;
 *   <li>it says "later": back to {@code QUEUED}, tried again after growing pauses, {@code FAILED} with the server's words after the eighth
 *       attempt; it says "no": {@code FAILED} at once;
 *   <li>the conversation breaks off, or we do, so that nobody knows whether the server took the message: {@code FAILED}, in words that say
 *       that it may have been sent.
 * </ol>
 *
 * <p>A message is thus never sent twice unless a person, having checked, queues it again. We prefer a visible doubt to a second
 * demand in the customer's inbox. Every attempt carries the same Message-ID, by which the doubt can be settled in the server's log.
 *
 * <p>Mail to people in the company is no message: it has an outbox of its own ({@link org.quittance.correspondence.InternalOutbox}) with the same
 * steps, and none of the gates, counts and timelines that are about customers. Its link is made when it leaves and kept nowhere.
 */
@ApplicationModule(allowedDependencies = {"platform", "audit", "copies"})
@NullMarked
package org.quittance.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
