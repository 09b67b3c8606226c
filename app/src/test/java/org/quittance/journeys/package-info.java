/**
 * Journeys: what a person does, from the sign-in to the result, in a real browser against the whole application.
 *
 * <p>A journey is a test class with {@link org.quittance.journeys.Journey}; its tests take a {@link org.quittance.journeys.Visitor}, who
 * clicks and reads. Application and browser are started once for all journeys of a run. Any message of the browser's console that is
 * an error fails the test: a script that broke, a file that is missing, anything that the content policy refused.
 */
@NullMarked
package org.quittance.journeys;

import org.jspecify.annotations.NullMarked;
