package org.quittance.web.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.LetterTexts;
import org.quittance.correspondence.letter.OwnText;
import org.quittance.correspondence.letter.Specimen;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/**
 * The words of one letter in one language.
 *
 * @param entity whose letters they are for; null for those of all
 * @param inForce what the letter says today
 * @param shipped what comes with Quittance
 * @param preview the letter with the words of the form
 */
public record TextView(
        LetterTexts.Key key,
        @Nullable LegalEntity entity,
        TextForm form,
        OwnText inForce,
        OwnText shipped,
        List<LetterTexts.Version> versions,
        Specimen preview,
        Problems problems) {

    public TextView {
        versions = List.copyOf(versions);
    }

    /** Whether the letter has words of its own to go back from. */
    public boolean isOwn() {
        return !versions.isEmpty() && versions.getFirst().text() != null;
    }

    /** Where something is done about these words. */
    public String path(String what) {
        return TextsController.path(key, what);
    }
}
