package org.quittance.formats.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * Field 86 in the structure of the German banks: a business code of three digits, then subfields such as {@code ?20}. The lines of
 * the field are only transport; the subfields are the bank's lines.
 *
 * <p>Source: the German banks' agreement on data formats (Anlage 3, MT940). ?00 is the posting text, ?20 to ?29 and ?60 to ?63 the
 * purpose, ?30 and ?31 bank and account, ?32 and ?33 the name, ?34 the reason of a return. Within the purpose SEPA payments carry
 * their references behind marks such as {@code EREF+}.
 */
final class GermanDetails {

    /** Business code, any separator, the first subfield; Dutch banks use the same with {@code >}. */
    private static final Pattern START = Pattern.compile("(?s)([0-9]{3})([^A-Za-z0-9\\s])[0-9]{2}.*");

    /** {@code MTLG:} begins a message of the bank, which is text again. */
    private static final Pattern MARK =
            Pattern.compile("(?:(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|PURP|RREF|IBAN|BIC)\\+|MTLG:)");

    /** The same marks as some savings banks write them into the purpose. */
    private static final Pattern REFERENCE_IN_TEXT = Pattern.compile("(?:^|\\s)(EREF|MREF): ?(\\S+)");

    private static final Pattern COMPENSATION = Pattern.compile("([A-Z]{3})?\\s*([0-9]+[.,]?[0-9]*)");

    /** Business codes of returned debits and returned credits. */
    private static final Set<String> RETURNS = Set.of("009", "059", "108", "109", "159");

    private static final Pattern NON_SWIFT = Pattern.compile("([0-9]{2})(.*)");

    private final EntryDraft draft;
    private final Money amount;
    private final List<String> purpose = new ArrayList<>();
    private String posting = "";
    private String reason = "";

    /** A piece of the purpose: lines behind one mark; the mark is empty for free text. */
    private record Section(String mark, List<String> lines) {

        String joined() {
            return String.join("", lines).strip();
        }
    }

    GermanDetails(EntryDraft draft, Money amount) {
        this.draft = draft;
        this.amount = amount;
    }

    static boolean isGerman(List<String> lines) {
        return !lines.isEmpty() && START.matcher(String.join("", lines)).matches();
    }

    void apply(List<String> lines) {
        String all = String.join("", lines);
        Matcher start = START.matcher(all);
        if (!start.matches()) {
            return;
        }
        String code = start.group(1);
        draft.transactionCode = draft.transactionCode.isEmpty() ? code : draft.transactionCode + "+" + code;
        readSubfields(all, start.group(2));
        draft.counterpartyName = draft.counterpartyName.strip();
        sections(purpose).forEach(this::take);
        if (!draft.hasText()) {
            draft.addText(posting);
        }
        if (RETURNS.contains(code)) {
            draft.kind = BankEntry.Kind.RETURN;
        }
        draft.returnReason = draft.kind == BankEntry.Kind.RETURN && !reason.matches("0*") ? reason : "";
    }

    private void readSubfields(String all, String separator) {
        Matcher subfield = Pattern.compile("(?s)%s([0-9]{2})(.*?)(?=%<s[0-9]{2}|$)".formatted(Pattern.quote(separator)))
                .matcher(all);
        while (subfield.find()) {
            String text = subfield.group(2);
            switch (Integer.parseInt(subfield.group(1))) {
                case 0 -> posting = text.strip();
                case 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63 -> purpose.add(text);
                case 31, 38 -> draft.counterpartyAccount = EntryDraft.account(text);
                case 32, 33 -> draft.counterpartyName = draft.counterpartyName + text;
                case 34 -> reason = text.strip();
                default -> {}
            }
        }
    }

    /** A mark counts where it begins a subfield, or stands behind a blank. */
    private static List<Section> sections(List<String> purpose) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", new ArrayList<>()));
        for (String line : purpose) {
            Matcher mark = MARK.matcher(line);
            int from = 0;
            while (mark.find()) {
                boolean begins = mark.start() == 0 || line.charAt(mark.start() - 1) == ' ';
                if (begins) {
                    sections.getLast().lines().add(line.substring(from, mark.start()));
                    sections.add(new Section(Objects.requireNonNullElse(mark.group(1), ""), new ArrayList<>()));
                    from = mark.end();
                }
            }
            sections.getLast().lines().add(line.substring(from));
        }
        return sections;
    }

    private void take(Section section) {
        switch (section.mark()) {
            case "EREF" -> draft.endToEndReference = orBefore(section.joined(), draft.endToEndReference);
            case "KREF" -> draft.endToEndReference = orBefore(draft.endToEndReference, section.joined());
            case "MREF" -> draft.mandateReference = EntryDraft.reference(section.joined());
            case "IBAN" ->
                draft.counterpartyAccount = draft.counterpartyAccount.isEmpty()
                        ? EntryDraft.account(section.joined())
                        : draft.counterpartyAccount;
            case "ABWA" -> draft.counterpartyName = orBefore(section.joined(), draft.counterpartyName);
            case "COAM" -> draft.charges = compensation(section.joined());
            case "", "SVWZ" -> takeText(section);
            default -> {}
        }
    }

    private static String orBefore(String reference, String before) {
        String found = EntryDraft.reference(reference);
        return found.isEmpty() ? EntryDraft.reference(before) : found;
    }

    private void takeText(Section section) {
        section.lines().forEach(draft::addText);
        Matcher reference = REFERENCE_IN_TEXT.matcher(section.joined());
        while (reference.find()) {
            if (reference.group(1).equals("EREF")) {
                draft.endToEndReference = orBefore(draft.endToEndReference, reference.group(2));
            } else if (draft.mandateReference.isEmpty()) {
                draft.mandateReference = EntryDraft.reference(reference.group(2));
            }
        }
    }

    /** What the payer's bank charges for a return, which the booking includes. */
    private @Nullable Money compensation(String written) {
        Matcher matcher = COMPENSATION.matcher(written);
        if (!matcher.lookingAt()) {
            return null;
        }
        String currency = matcher.group(1) == null ? amount.currency().getCurrencyCode() : matcher.group(1);
        return currency.equals(amount.currency().getCurrencyCode())
                ? AmountInText.of(currency, matcher.group(2), draft.place())
                : null;
    }

    /** Tag NS: 01 to 14 the purpose, 15 and 16 the name, 17 the posting text, 34 the account. */
    static void applyNonSwift(List<String> lines, EntryDraft draft) {
        for (String line : lines) {
            Matcher matcher = NON_SWIFT.matcher(line);
            if (!matcher.matches()) {
                draft.addText(line);
                continue;
            }
            int number = Integer.parseInt(matcher.group(1));
            String text = matcher.group(2).strip();
            boolean isPurpose = number >= 1 && number <= 14;
            if (isPurpose || number == 17) {
                draft.addText(text);
            } else if (number == 15 || number == 16) {
                draft.counterpartyName = (draft.counterpartyName + " " + text).strip();
            } else if (number == 34) {
                draft.counterpartyAccount = EntryDraft.account(text);
            }
        }
    }
}
