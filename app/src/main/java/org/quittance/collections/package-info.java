/**
 * What to do next about every account that owes, and what is done about it.
 *
 * <p>The module has rooms, and a room uses only those before it: {@code strategy} (what policy sets), {@code decision} (what is next for each
 * account), {@code trial} (a strategy before it touches a customer), {@code contact} (to whom we may speak), {@code agreement} (promises,
 * plans, settlements), {@code interest}, {@code behaviour} (how they pay), {@code escalation}, {@code reminder} (what is written),
 * {@code gate} (what is asked at the moment of sending and dialling), {@code call} (what is said), {@code worklist}, {@code team} and
 * {@code guide}. {@code RiverTest} holds them to it. Here stands what all of them need: which accounts, and who may see or decide.
 *
 * <p>A contact counts for the accounts that it was about: a written message for those of which it lists something, a call for those that
 * were spoken of.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "audit",
            "ledger",
            "copies",
            "correspondence",
            "correspondence :: letter",
            "respondents",
            "cash",
            "disputes"
        })
@NullMarked
package org.quittance.collections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
