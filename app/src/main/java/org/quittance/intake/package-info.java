/**
 * Files on their way in, an edge: kept whole until their last line is done, read in the background, reported line by line.
 *
 * <p>{@link org.quittance.intake.Uploads} keeps them; {@link org.quittance.intake.UploadProcessor} finds out what each is and hands it to
 * {@link org.quittance.intake.ExtractIntake}, {@link org.quittance.intake.StatementIntake} or {@link org.quittance.intake.CopyIntake}. All of it can be killed at any moment and
 * started again: what has been taken is known, and nothing is taken twice. {@link org.quittance.intake.MailAdvices} hands in what comes by mail.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "identity", "audit", "ledger", "copies", "correspondence", "cash"})
@NullMarked
package org.quittance.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
