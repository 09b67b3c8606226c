package org.quittance.web.entities;

import org.jspecify.annotations.Nullable;
import org.quittance.core.reference.Iban;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/** What stands on an entity's letters, to be changed. */
public record LetterheadView(LegalEntity entity, LetterheadForm form, Problems problems) {

    /** What keeps the letters without a QR-bill, and what to do about it; null where nothing does. */
    public @Nullable String withoutBill() {
        boolean swiss = Iban.parse(entity.iban()).filter(Iban::isSwiss).isPresent();
        if (!swiss || entity.postal().isComplete()) {
            return null;
        }
        return "Whoever pays to this IBAN expects a QR-bill, which names the address in parts. Fill in postal code and town, and "
                + "street and number if there are any; until then letters leave without one.";
    }

    public Language[] languages() {
        return Language.values();
    }
}
