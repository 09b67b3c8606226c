package org.quittance.web.page;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the user.
 *
 * @param incident the number under which the log knows it; null where nothing of ours has failed
 */
public record ErrorView(
        int status, String heading, String text, @Nullable String incident) {}
