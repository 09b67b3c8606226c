package org.quittance.formats.bank;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86 without a structure that all banks share: it becomes text line by line, and account and name are taken out of the
 * habits of single countries where they are unmistakable.
 */
final class PlainDetails {

    /** Each finds a group {@code account} and a group {@code name}. */
    private static final List<Pattern> COUNTERPARTIES = List.of(
            Pattern.compile("^(?<account>[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}) +(?<name>\\S.*)"),
            Pattern.compile("(?m)^REK: ?(?<account>[A-Z0-9]+)/NAAM: ?(?<name>.+)"),
            Pattern.compile("(?s)Z RACH\\.:\\s*(?<account>[0-9A-Z]+);\\s*OD:\\s*(?<name>[^;]+?);"),
            Pattern.compile("(?s)NA RACH\\.:\\s*(?<account>[0-9A-Z]+);\\s*DLA:\\s*(?<name>[^;]+?);"),
            Pattern.compile("^GIRO +(?<account>[0-9]+) +(?<name>\\S.*?)(?: {2}|$|\\n)"),
            Pattern.compile("^(?<account>[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{3}) +(?<name>\\S.*?)(?: {2}|$|\\n)"));

    private PlainDetails() {}

    static void apply(List<String> lines, EntryDraft draft) {
        lines.forEach(draft::addText);
        String text = String.join("\n", lines.stream().map(String::strip).toList());
        for (Pattern habit : COUNTERPARTIES) {
            Matcher matcher = habit.matcher(text);
            if (matcher.find()) {
                draft.counterpartyAccount = EntryDraft.account(matcher.group("account"));
                draft.counterpartyName = matcher.group("name").strip().replaceAll("\\s+", " ");
                return;
            }
        }
    }
}
