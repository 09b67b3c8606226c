package org.quittance.formats.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small part of a camt message: an element with everything below it.
 *
 * @param name the local name
 * @param currency the attribute {@code Ccy}; empty where it has none
 * @param text its own text, with blanks and line ends between words as single blanks
 * @param line where it begins
 * @param children in the order of the file
 */
record CamtElement(String name, String currency, String text, long line, List<CamtElement> children) {

    CamtElement {
        children = List.copyOf(children);
    }

    /** The first element at the end of the path; null where there is none. */
    @Nullable
    CamtElement at(String... path) {
        CamtElement element = this;
        for (String step : path) {
            element = element.child(step);
            if (element == null) {
                return null;
            }
        }
        return element;
    }

    /** The text at the end of the path; empty where there is none. */
    String text(String... path) {
        CamtElement element = at(path);
        return element == null ? "" : element.text();
    }

    List<CamtElement> all(String childName) {
        return children.stream().filter(c -> c.name().equals(childName)).toList();
    }

    private @Nullable CamtElement child(String childName) {
        for (CamtElement child : children) {
            if (child.name().equals(childName)) {
                return child;
            }
        }
        return null;
    }
}
