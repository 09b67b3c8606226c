package org.quittance.ledger;

import java.time.LocalDate;

/**
 * What every posting carries: its business date, its cause in words, and who is answerable for it.
 *
 * @param cause for example {@code bank payment 5512, document number in the text}
 * @param actor the login of a person or the name of a job
 */
public record PostingContext(LocalDate businessDate, String cause, String actor) {}
