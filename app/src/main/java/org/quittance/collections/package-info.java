/**
 * What to do next about every account that owes, and what is done about it.
 *
 * <p>One path leads to a decision: {@code FactStreams} gathers the facts of accounts in one ordered pass, {@code Rules} lets
 * {@code core.collections} decide, {@code DecisionRows} records. {@link org.quittance.collections.NightlyRun} takes it for all accounts in
 * one snapshot and publishes by one flip; {@link org.quittance.collections.Redecision} takes it for the accounts that something has
 * happened to, and replaces their rows in the published run. The {@link org.quittance.collections.Worklist} reads those rows.
 *
 * <p>A customer's contact belongs to the customer: a written message counts for all its accounts, a call for those it was about.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "audit",
            "ledger",
            "correspondence",
            "correspondence :: letter",
            "cash",
            "disputes"
        })
@NullMarked
package org.quittance.collections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
