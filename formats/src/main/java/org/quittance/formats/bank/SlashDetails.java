package org.quittance.formats.bank;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86 with code words between slashes, as Dutch and many international banks structure it:
 * {@code /TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/NAME/J. JANSEN/REMI/INV-1001/EREF/NOTPROVIDED}. The lines of the field are
 * only transport.
 */
final class SlashDetails {

    private static final String WORDS =
            "TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|KREF|PREF|ORDP|BENM|MARF|CSID|CNTP|RTRN|PURP|ISDT|ULTD|ULTB|ULTC|UDTR|UCRD|ADDR|ACCT"
                    + "|ID|OCMT|CHGS|EXCH|SVCL|SUBJ|CDTRREFTP|CDTRREF|IREF|BUSP|BO|BN|CITY|INIT";
    private static final Pattern WORD = Pattern.compile("/(" + WORDS + ")/");
    private static final Pattern FIRST = Pattern.compile("\\s*/(" + WORDS + ")/.*");
    private static final Pattern STRUCTURED = Pattern.compile("STRD/(?:[A-Z]*/)?([^/]+)/?.*");

    private final EntryDraft draft;

    SlashDetails(EntryDraft draft) {
        this.draft = draft;
    }

    static boolean hasCodes(List<String> lines) {
        return !lines.isEmpty() && FIRST.matcher(lines.getFirst()).matches();
    }

    void apply(List<String> lines) {
        String all = String.join("", lines);
        Matcher word = WORD.matcher(all);
        int from = 0;
        String current = "";
        while (word.find(Math.max(0, from - 1))) {
            take(current, all.substring(from, Math.max(from, word.start())));
            current = word.group(1);
            from = word.end();
        }
        take(current, all.substring(from));
        if (!draft.hasText() && !draft.hasStructuredReference()) {
            draft.addText(all);
        }
    }

    private void take(String word, String written) {
        String value = written.strip().replaceFirst("/+$", "");
        if (value.isEmpty()) {
            return;
        }
        switch (word) {
            case "" -> draft.addText(value);
            case "IBAN", "ACCT" -> draft.counterpartyAccount = EntryDraft.account(value);
            case "NAME" -> draft.counterpartyName = value;
            case "ULTD", "UDTR" -> draft.counterpartyName = value.replaceFirst("^/*(?:NAME/)?", "");
            case "EREF" -> draft.endToEndReference = EntryDraft.reference(value);
            case "MARF" -> draft.mandateReference = EntryDraft.reference(value);
            case "CNTP" -> takeCounterparty(value);
            case "RTRN" -> {
                draft.kind = BankEntry.Kind.RETURN;
                draft.returnReason = value.replaceFirst("/.*", "");
            }
            case "CDTRREF" -> draft.addStructuredReference(value);
            case "REMI" -> takeRemittance(value);
            default -> {}
        }
    }

    /** Account, bank, name and town between single slashes. */
    private void takeCounterparty(String value) {
        String[] parts = value.split("/", -1);
        draft.counterpartyAccount = EntryDraft.account(parts[0]);
        if (parts.length > 2) {
            draft.counterpartyName = parts[2].strip();
        }
    }

    private void takeRemittance(String value) {
        Matcher structured = STRUCTURED.matcher(value);
        if (structured.matches()) {
            draft.addStructuredReference(structured.group(1));
        } else {
            draft.addText(value.replaceFirst("^USTD//?", ""));
        }
    }
}
