/**
 * What a mail is that has come in: an answer, a machine's word, or one of our own letters that has come back.
 *
 * <p>{@link org.quittance.core.mail.MailKind#of} decides it from the headers and parts of an {@link org.quittance.core.mail.IncomingMail} and
 * from what is known of it: which of the messages that it names are ours, and whether its sender is the contact of a customer.
 * {@link org.quittance.core.mail.DeliveryReport} reads what mail servers write (RFC 3464), {@link org.quittance.core.mail.AnswerText} parts
 * what somebody says from what they quote.
 */
@NullMarked
package org.quittance.core.mail;

import org.jspecify.annotations.NullMarked;
