package org.quittance.web.access;

import org.quittance.web.page.Problems;

/**
 * The form.
 *
 * @param isGiven whether the present password was given by somebody else, and only this page can be used
 */
public record PasswordView(boolean isGiven, Problems problems) {}
