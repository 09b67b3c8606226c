package org.quittance.web.contact;

import java.time.LocalDate;
import java.util.List;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.LawPack;

/** What laws say about contacting somebody who owes, and for whom they are observed. */
public record LawsView(List<LawPack> laws, ContactPolicy policy, LocalDate today) {

    public LawsView {
        laws = List.copyOf(laws);
    }

    public boolean isForAll(LawPack law) {
        return policy.lawsForAll().contains(law.code());
    }

    /** The segments whose customers the laws protect. */
    public String personalSegments() {
        return String.join(", ", policy.personalSegments().stream().sorted().toList());
    }
}
