package org.quittance.journeys;

import org.quittance.web.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that fails, so that one can see what its visitor is shown. */
@Controller
class Mishap {

    static final String PATH = "/journeys/mishap";
    static final String SECRET = "a table that nobody should know of";

    @GetMapping(PATH)
    Page fail() {
        throw new IllegalStateException(SECRET);
    }
}
