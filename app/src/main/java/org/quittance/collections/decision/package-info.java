/**
 * What to do next about every account that owes.
 *
 * <p>One path leads to a decision: {@code FactStreams} gathers the facts of accounts in one ordered pass, {@code Rules} lets
 * {@code core.collections} decide, {@code DecisionRows} records. {@link org.quittance.collections.decision.NightlyRun} takes it for all
 * accounts in one snapshot and publishes by one flip; {@link org.quittance.collections.decision.Redecision} takes it for the accounts that
 * something has happened to, and replaces their rows in the published run.
 */
@NamedInterface("decision")
@NullMarked
package org.quittance.collections.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
