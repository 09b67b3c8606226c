package org.quittance.web.imports;

import java.util.List;
import org.quittance.copies.NobodysCopy;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/**
 * The copies that are nobody's.
 *
 * @param copies the newest
 * @param count how many there are in all
 * @param asked what was typed about one of them, where the answer was no
 */
public record NobodysCopiesView(
        List<NobodysCopy> copies, int count, List<LegalEntity> entities, Asked asked, Problems problems) {

    /**
     * What was asked for a copy.
     *
     * @param several the documents with the number, to choose from
     */
    public record Asked(long copy, String number, List<ItemLine> several) {

        static final Asked NOTHING = new Asked(0, "", List.of());

        public Asked {
            several = List.copyOf(several);
        }
    }

    public NobodysCopiesView {
        copies = List.copyOf(copies);
        entities = List.copyOf(entities);
    }
}
