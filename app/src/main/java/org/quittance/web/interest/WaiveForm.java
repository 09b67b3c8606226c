package org.quittance.web.interest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form for giving up sends. */
public record WaiveForm(
        @Nullable List<Long> item,
        @Nullable String amount,
        @Nullable String reason) {

    static WaiveForm empty() {
        return new WaiveForm(null, null, null);
    }

    public List<Long> items() {
        return item == null ? List.of() : item;
    }
}
