package org.quittance.web.customers;

import org.quittance.collections.gate.Dialling;
import org.quittance.core.contact.Rule;
import org.quittance.web.page.Problems;

/** The gate's answer about a number that somebody wanted to dial. */
public record DiallingView(String customerName, Dialling dialling, Problems problems) {

    /** What the rule that objects is about; its short name where it is none of the contact gate's. */
    public String ruleLabel() {
        String rule = dialling.rule();
        return rule == null ? "" : Rule.ofCode(rule).map(Rule::label).orElse(rule);
    }
}
