package org.quittance.web.access;

/**
 * The sign-in page.
 *
 * @param notice why the person has to sign in; empty where there is nothing to say
 */
public record SignInView(String notice, boolean isRefusal) {}
