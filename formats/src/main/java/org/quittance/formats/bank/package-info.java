/**
 * Bank statements as banks send them, read into one shape: {@link org.quittance.formats.bank.BankStatement}.
 *
 * <p>One door, {@link org.quittance.formats.bank.StatementReader}, looks at the first bytes and hands the file to one of three
 * readers, which all stream: {@code CamtReader} (ISO 20022 camt.052, .053, .054 of every version), {@code MtReader} (SWIFT MT940 and
 * MT942 with the habits of German, Dutch and other banks) and {@code Bai2Reader}. Whatever else people feed is refused by its name
 * ({@code KnownFile}).
 *
 * <p>Three rules hold for all of them. A statement is taken whole or not at all: a field that cannot be read ({@code Unreadable})
 * costs its statement, damage behind which nothing can be read ({@code Broken}) the rest of the file. Money is conserved: the parts
 * of a batch booking always come to the booking. And whatever the bytes are, nothing is thrown: sizes are limited ({@code Limits}),
 * nothing outside the file is opened, and what is wrong comes back as a {@link org.quittance.formats.Problem}.
 */
@NullMarked
package org.quittance.formats.bank;

import org.jspecify.annotations.NullMarked;
