package org.quittance.web.page;

import org.jspecify.annotations.Nullable;

/**
 * Where the lines before and after the shown ones are.
 *
 * @param backUrl null on the first page
 * @param onUrl null on the last
 */
public record Pager(@Nullable String backUrl, @Nullable String onUrl) {

    /**
     * Of a list that is counted from its beginning.
     *
     * @param list the address of the list without its place in it
     * @param from how many lines stand before the shown ones
     * @param shown how many lines a page has
     * @param found how many were found from there on, of one more than are shown
     */
    public static Pager of(Query list, int from, int shown, int found) {
        return new Pager(
                from == 0 ? null : list.with("from", Math.max(0, from - shown)).url(),
                found <= shown ? null : list.with("from", from + shown).url());
    }

    public boolean isNeeded() {
        return backUrl != null || onUrl != null;
    }
}
