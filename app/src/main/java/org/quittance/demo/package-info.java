/**
 * Halden &amp; Rowe, the demo company: a distributor of valves, seals and pumps with three legal entities, five hundred customers and two
 * years of history. An edge: it drives the other modules through their own doors, and nobody imports it.
 *
 * <p>{@link org.quittance.demo.DemoCompany} invents everything from one seed and one date, without a clock, so that the same date gives
 * the same company anywhere. {@code CustomerBase} makes the customers, {@code Sales} what was billed to them, {@code PaymentLife} what
 * they paid, each by a {@link org.quittance.demo.PayerCharacter} that one can recognise in the ageing, {@code ContactHistory} what the
 * collectors said and wrote. {@link org.quittance.demo.DemoLoader} enters it month by month, each month in one transaction with its mark, so that a load that was cut
 * short goes on where it stopped. What the banks and the ERPs sent of late, a week's or a month's, stays outside as files ({@link
 * org.quittance.demo.DemoFiles}), to be imported by hand.
 */
@ApplicationModule
@NullMarked
package org.quittance.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
