package org.quittance.web.contact;

import java.time.LocalDate;
import java.util.List;
import org.quittance.collections.contact.ContactBlocks.Line;
import org.quittance.web.page.Problems;

/**
 * Orders not to contact customers.
 *
 * @param form what was typed for a new one
 */
public record BlocksView(List<Line> lines, LocalDate today, Form form, Problems problems) {

    /** A new order as typed. */
    public record Form(String customer, String until, String reason) {
        static final Form EMPTY = new Form("", "", "");
    }

    public BlocksView {
        lines = List.copyOf(lines);
    }
}
