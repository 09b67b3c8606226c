/**
 * What company policy sets: strategies as data, by version, with whom they are for, and which version holds for an account.
 *
 * <p>{@link org.quittance.collections.strategy.StrategyBook} keeps them, {@code RuleBook} reads those of a day as {@code Rules}, which let
 * {@code core.collections} decide about one account, and {@code StepBook} notes the steps that were taken.
 */
@NamedInterface("strategy")
@NullMarked
package org.quittance.collections.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
