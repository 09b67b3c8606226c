package org.quittance.core.collections;

import java.util.Currency;

/**
 * What came of some of the customers of a roll-out, added up. Customers are divided into parts by lot; how much the parts differ tells how
 * much of a difference may be chance.
 *
 * @param part a number; customers of one part stay together
 * @param heldOut whether these customers were held out of the version
 * @param contacts messages, calls and the like since each account came in
 * @param cashMinor what was received since each account came in, in minor units
 * @param overdueMinor what was overdue when each account came in, in minor units
 */
public record RolloutPart(
        int part,
        boolean heldOut,
        Currency currency,
        long accounts,
        long contacts,
        long cashMinor,
        long overdueMinor) {}
