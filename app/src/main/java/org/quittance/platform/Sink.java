package org.quittance.platform;

/** Takes the rows of a long list one by one, so that nobody holds all of them; what it throws ends the reading. */
@FunctionalInterface
public interface Sink<T, E extends Exception> {

    void take(T one) throws E;
}
