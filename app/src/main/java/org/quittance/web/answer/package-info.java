/**
 * The page behind a link in a mail, on which somebody in the company answers one question without signing in.
 *
 * <p>It reads no session, and its only script takes the theme of the system. What it shows is the one matter to which the link is bound, in the language of the mail; opening
 * it changes nothing. Who may send what stands in {@code AccessRules.answerAccess}.
 */
@NullMarked
package org.quittance.web.answer;

import org.jspecify.annotations.NullMarked;
