package org.quittance.identity;

/**
 * A list as somebody likes to see it. Example: "My promises of this week" on {@code /today} with the query {@code show=PROMISED}.
 *
 * @param url the page's own path with the query
 * @param owner the name of who saved it
 * @param isMine whether it is the viewer's own to take away
 */
public record SavedView(long id, String name, String url, String owner, boolean isMine) {}
