package org.quittance.web.cash;

import org.quittance.cash.AdviceView;
import org.quittance.web.page.Problems;

/** One remittance advice, and what a person can do with it. */
public record AdvicePageView(AdviceView view, Problems problems) {

    public String path() {
        return "/cash/advices/" + view.row().id();
    }
}
