package org.quittance.formats.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.money.Money;

/**
 * What an MT message says about one movement beyond field 61: the details of field 86, which every country structures in its own
 * way, and what stands behind the references of field 61.
 */
final class MtDetails {

    private static final Pattern ORIGINAL = Pattern.compile("/OCMT/([A-Z]{3})([0-9]+[.,]?[0-9]*)");
    private static final Pattern CHARGES = Pattern.compile("/CHGS/([A-Z]{3})([0-9]+[.,]?[0-9]*)");
    private static final Pattern SUPPLEMENT_CODES = Pattern.compile("^/[A-Z]{4}/.*");

    /** Reasons of ISO 20022 for which payments come back, as banks put them into the text. */
    private static final Pattern REASON = Pattern.compile(
            "\\b(AC0[1-6]|AC13|AG0[12]|AM0[2-5]|ARDT|BE0[145-8]|CNOR|CURR|CUST|DNOR|DUPL|ED05|FF0[15]|FOCR|FRAD|MD0[1267]|MS0[23]"
                    + "|NARR|NOAS|NOOR|RC0[17]|RR0[1-4]|SL01|SL1[1-4]|SVNR|TECH|TM01|UPAY)\\b");

    /** SWIFT's type for something that comes back unpaid. */
    private static final String RETURNED_ITEM = "RTI";

    private final EntryDraft draft;
    private final Money amount;
    private final List<String> supplement = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> nonSwift = new ArrayList<>();
    private String nameBehindReference = "";

    MtDetails(EntryDraft draft, Money amount) {
        this.draft = draft;
        this.amount = amount;
    }

    void addNameBehindReference(String name) {
        nameBehindReference = name.strip();
    }

    /** The lines below field 61. */
    void addSupplement(List<String> more) {
        more.stream().filter(line -> !line.isBlank()).map(String::strip).forEach(supplement::add);
    }

    /** The lines of field 86; some banks repeat the tag on each line. */
    void addLines(List<String> more) {
        more.stream().filter(line -> !line.isBlank()).forEach(lines::add);
    }

    /** The lines of the tag NS, by which German accounting programs replace field 86. */
    void addNonSwift(List<String> more) {
        more.stream().filter(line -> !line.isBlank()).forEach(nonSwift::add);
    }

    /** Puts all of it into the movement. */
    void apply() {
        if (draft.transactionCode.startsWith(RETURNED_ITEM, 1)) {
            draft.kind = BankEntry.Kind.RETURN;
        }
        if (GermanDetails.isGerman(lines)) {
            new GermanDetails(draft, amount).apply(lines);
        } else if (SlashDetails.hasCodes(lines)) {
            new SlashDetails(draft).apply(lines);
        } else {
            PlainDetails.apply(lines, draft);
        }
        GermanDetails.applyNonSwift(nonSwift, draft);
        applyName();
        applySupplement();
        applyAmounts(String.join("", supplement) + String.join("", lines).replaceAll("\\?[0-9]{2}", ""));
        applyReturn();
    }

    private void applyName() {
        if (draft.counterpartyName.isEmpty()) {
            draft.counterpartyName = nameBehindReference;
        } else {
            supplement.add(nameBehindReference);
        }
        if (draft.endToEndReference.equals(draft.counterpartyAccount)) {
            draft.endToEndReference = "";
        }
    }

    /** What stands below field 61 is text, unless it is in code words or only repeats the name. */
    private void applySupplement() {
        for (String line : supplement) {
            boolean says = !SUPPLEMENT_CODES.matcher(line).matches()
                    && !EntryDraft.reference(line).isEmpty()
                    && !line.equals(draft.counterpartyName);
            draft.addText(says ? line : "");
        }
    }

    private void applyAmounts(String all) {
        Matcher original = ORIGINAL.matcher(all);
        if (original.find() && !original.group(1).equals(amount.currency().getCurrencyCode())) {
            Money unsigned = AmountInText.of(original.group(1), original.group(2), draft.place());
            draft.original = unsigned == null || !amount.isNegative() ? unsigned : unsigned.negated();
        }
        Matcher charges = CHARGES.matcher(all);
        if (charges.find() && charges.group(1).equals(amount.currency().getCurrencyCode())) {
            draft.charges = AmountInText.of(charges.group(1), charges.group(2), draft.place());
        }
    }

    private void applyReturn() {
        if (draft.kind != BankEntry.Kind.RETURN || draft.returnReason.matches("[A-Z]{2,4}[0-9]{0,2}")) {
            return;
        }
        Matcher reason = REASON.matcher(String.join("\n", lines));
        if (reason.find()) {
            draft.returnReason = reason.group(1);
        }
    }
}
