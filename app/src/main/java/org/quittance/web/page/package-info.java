/**
 * How a page is shown: a controller's {@link org.quittance.web.page.Page} and the {@link org.quittance.web.page.Shell} around it
 * become HTML.
 *
 * <p>The way of one request: the controller returns a page, that is a template's name and its view record; {@code PageRenderer} puts the
 * shell beside it (who looks, where they may go, in which locale, what the last deed said) and writes the template.
 * Whatever fails on the way ends in {@code ErrorPages}, which names what happened.
 */
@NullMarked
package org.quittance.web.page;

import org.jspecify.annotations.NullMarked;
