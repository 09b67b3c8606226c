package org.quittance.web.contact;

import java.util.List;
import java.util.stream.Stream;
import org.quittance.collections.gate.RefusalFilter;
import org.quittance.collections.gate.RefusalLine;
import org.quittance.core.contact.Rule;
import org.quittance.web.page.Pager;

/**
 * What gates have refused and put off.
 *
 * @param rules the short names to choose from
 */
public record RefusalsView(
        RefusalFilter filter, List<RefusalLine> lines, List<String> rules, Pager pager, String exportUrl) {

    public RefusalsView {
        lines = List.copyOf(lines);
        rules = Stream.concat(rules.stream(), Stream.of(filter.rule()))
                .filter(rule -> !rule.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** What a rule is about; its short name where it is none of the contact gate's. */
    public static String label(String rule) {
        return Rule.ofCode(rule).map(Rule::label).orElseGet(() -> switch (rule) {
            case "timely-letters" -> "Too old to be sent";
            case "failing-address" -> "Mail to the address comes back";
            default -> rule;
        });
    }
}
