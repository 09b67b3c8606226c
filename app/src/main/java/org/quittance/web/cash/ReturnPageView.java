package org.quittance.web.cash;

import org.quittance.cash.ReturnView;
import org.quittance.web.page.Problems;

/** One return, and what a person can do with it. */
public record ReturnPageView(ReturnView view, Problems problems) {

    public String path() {
        return "/cash/returns/" + view.row().id();
    }
}
