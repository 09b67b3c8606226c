package org.quittance.web.entities;

import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/** What stands on an entity's letters, to be changed. */
public record LetterheadView(LegalEntity entity, LetterheadForm form, Problems problems) {

    public Language[] languages() {
        return Language.values();
    }
}
