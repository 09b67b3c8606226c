package org.quittance.web.today;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quittance.collections.worklist.BulkPreview;
import org.quittance.web.page.Format;

/**
 * What sending in bulk would do, before it is decided.
 *
 * @param chosen from which part of the worklist, in words
 * @param more how many customers of it are left for the next time, because no more than so many are sent to at once
 * @param back the list from which it was chosen
 */
public record BulkPreviewView(BulkPreview preview, String chosen, int more, String back) {

    /** {@code 190 messages, 12 letters}. */
    public String ways() {
        return preview.ways().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().label().toLowerCase(Locale.ROOT)
                        + (entry.getValue() == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
    }

    /** {@code Notice 1: 80, Notice 2: 12}, the mildest first. */
    public String steps() {
        return preview.steps().entrySet().stream()
                .map(entry -> entry.getKey().label() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    public String languages() {
        return preview.languages().entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** To how many the gate would not let the message go now. */
    public long held() {
        return preview.receivers().stream()
                .filter(receiver -> receiver.word() != null)
                .count();
    }

    public List<String> sums(Format format) {
        return preview.sums().stream().map(format::money).toList();
    }
}
