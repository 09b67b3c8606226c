/**
 * Generated books of any size, and what the work on them costs beside a floor measured in the same run.
 *
 * <p>{@link org.quittance.bench.Bench} opens a {@code Workbench}, an installation of its own; a {@code GeneratedBook} fills its ledger, and
 * each {@code Measurement} does a part of the day's work on it through the same services that the pages and commands call. A time alone
 * says as much about the machine as about the product; its ratio to the floor says what the product adds.
 */
@NullMarked
package org.quittance.bench;

import org.jspecify.annotations.NullMarked;
