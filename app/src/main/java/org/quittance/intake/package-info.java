/**
 * Files on their way in, an edge: kept whole until their last line is done, read in the background, reported line by line.
 *
 * <p>{@link org.quittance.intake.Uploads} keeps them; {@link org.quittance.intake.UploadProcessor} finds out what each is and hands it to
 * {@link org.quittance.intake.ExtractIntake} or {@link org.quittance.intake.StatementIntake}. All of it can be killed at any moment and
 * started again: what has been taken is known, and nothing is taken twice.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit", "ledger", "cash"})
@NullMarked
package org.quittance.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
