package org.quittance.web.people;

import org.quittance.ledger.PortfolioPreview.Moves;
import org.quittance.web.page.Pager;

/**
 * Who would move if the rules were carried out.
 *
 * @param version of the rules
 * @param andByHand whether those are among it that a person has put where they are
 */
public record PortfolioPreviewView(int version, boolean andByHand, Moves moves, Pager pager) {

    public String exportUrl(String format) {
        return "%s/export?byHand=%s&format=%s".formatted(PortfolioRulesController.PREVIEW, andByHand, format);
    }
}
