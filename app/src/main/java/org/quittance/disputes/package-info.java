/**
 * What customers say that they do not owe.
 *
 * <p>{@link org.quittance.disputes.Disputes} opens a dispute about a part of an item and keeps the answer; while it is open nobody asks for
 * that part, and what is not owed stays left out until its credit has come. {@link org.quittance.disputes.DisputeFollowing} keeps it in step
 * with the ledger: what payers keep back with a reason is disputed at once, and what is settled is over.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "identity", "audit", "ledger", "correspondence", "respondents", "cash"})
@NullMarked
package org.quittance.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
