/**
 * Remittance advices as payers and banks send them, apart from the money: read into {@link org.quittance.core.cash.RemittanceAdvice}.
 *
 * <p>One door, {@link org.quittance.formats.remittance.RemittanceReader}, looks at the first bytes. Interchanges are cut into segments
 * ({@code EdiSegments}) by whatever delimiters they declare, and then read by {@code X12Remittance} (820) or {@code EdifactRemittance}
 * (REMADV). What was written for people, in a PDF or a mail ({@code WrittenAdvices}), becomes lines of text first, and these an advice by
 * one reader ({@code WrittenRemittance}). The same three rules as for bank statements hold: an advice is taken whole or not at all ({@code UnreadableAdvice}), nothing is
 * thrown whatever the bytes are, and sizes are limited. Lines that do not add up to the total do not cost the advice: it is taken with a
 * remark, and its lines are not believed ({@link org.quittance.core.cash.RemittanceAdvice#paymentLines}).
 */
@NullMarked
package org.quittance.formats.remittance;

import org.jspecify.annotations.NullMarked;
