/**
 * The decisions of credit and collections, and the values they are made of.
 *
 * <p>Pure Java: no I/O, no clock, no randomness, no dependency. Every decision is a function of the facts it is given, the
 * business date included, and returns data that carries its reason. That is what makes the decisions quick to test, explainable
 * to a user, and possible to replay on last year's ledger.
 */
@NullMarked
package org.quittance.core;

import org.jspecify.annotations.NullMarked;
