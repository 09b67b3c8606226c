package org.quittance.formats.extract;

import java.util.List;
import java.util.Optional;

/** The catalogue of header families, the more special ones first. */
final class Families {

    private static final List<HeaderFamily> ALL = FamilyFile.lines("families/catalogue").stream()
            .map(FamilyFile::read)
            .toList();

    private Families() {}

    static List<HeaderFamily> all() {
        return ALL;
    }

    static Optional<HeaderFamily> named(String id) {
        return ALL.stream().filter(family -> family.id().equals(id)).findFirst();
    }

    /** The family that knows the words of every language for this content. */
    static HeaderFamily generic(Content content) {
        return ALL.stream()
                .filter(family -> family.source().equals("table") && family.content() == content)
                .findFirst()
                .orElseThrow();
    }
}
