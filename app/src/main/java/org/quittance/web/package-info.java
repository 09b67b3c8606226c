/**
 * The pages, an edge: everything that a person does in a browser.
 *
 * <p>A controller loads what a template needs into one typed view record and returns a {@link org.quittance.web.page.Page}; a POST returns a
 * {@link org.quittance.web.page.Redirect}. Every page works without JavaScript; htmx makes some of them quicker.
 *
 * <p>{@code page} is how anything is shown at all, {@code access} who may see and change what; the other packages are the pages,
 * one package for one area, with their templates in the folder of the same name.
 */
@ApplicationModule
@NullMarked
package org.quittance.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
