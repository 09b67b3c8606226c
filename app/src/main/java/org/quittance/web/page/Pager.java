package org.quittance.web.page;

import org.jspecify.annotations.Nullable;

/**
 * Where the lines before and after the shown ones are. Pages are found by key, not by number, so that the thousandth costs what the first
 * costs.
 *
 * @param backUrl null on the first page
 * @param onUrl null on the last
 */
public record Pager(@Nullable String backUrl, @Nullable String onUrl) {

    public boolean isNeeded() {
        return backUrl != null || onUrl != null;
    }
}
