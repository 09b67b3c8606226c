package org.quittance.web.contact;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.LetterTexts;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.Occasion;
import org.quittance.ledger.LegalEntity;

/**
 * Every letter in every language, and whose words it has.
 *
 * @param entity whose letters are shown; null for what holds for all
 * @param own for which the company has words of its own
 */
public record TextsView(@Nullable LegalEntity entity, List<LegalEntity> entities, Set<LetterTexts.Key> own) {

    public TextsView {
        entities = List.copyOf(entities);
        own = Set.copyOf(own);
    }

    /** Whose words a letter has. */
    public enum Whose {
        OF_THE_ENTITY("Ours, for this entity"),
        OURS("Ours"),
        SHIPPED("As shipped");

        private final String label;

        Whose(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Whose whose(Occasion occasion, Language language) {
        if (entity != null && own.contains(new LetterTexts.Key(occasion, language, entity.id()))) {
            return Whose.OF_THE_ENTITY;
        }
        return own.contains(new LetterTexts.Key(occasion, language, null)) ? Whose.OURS : Whose.SHIPPED;
    }

    /** Where the words of a letter are read and written. */
    public String path(Occasion occasion, Language language) {
        return TextsController.path(new LetterTexts.Key(occasion, language, entity == null ? null : entity.id()), "");
    }
}
