/**
 * Who gets in, and what they may do there.
 *
 * <p>A request passes in this order: static files go out as they are; the session is looked up; {@code PresenceFilter} reads the person
 * afresh, so that whoever was disabled or lost a role is so from their next request; {@code AccessRules} decides by
 * {@link org.quittance.web.page.Area}; a person with a password that somebody gave them is led to choose their own.
 */
@NullMarked
package org.quittance.web.access;

import org.jspecify.annotations.NullMarked;
