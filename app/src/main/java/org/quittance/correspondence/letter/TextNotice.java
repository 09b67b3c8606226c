package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.quittance.core.collections.Tone;
import org.quittance.core.contact.TextLength;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * A text message to one customer: who writes, what is overdue, and how to have no more of them.
 *
 * <p>Example: {@code Alder Paper: EUR 1,250.00 is past due on your account 10000. … Reply STOP to get no more texts.} It gives no document and no
 * reason: a telephone lies open on a table.
 *
 * <p>Invariant: at least one item, each overdue and owed to us. How long it is, {@link #length} tells; one of more than {@link #MOST_SIGNS}
 * signs is not to be sent.
 *
 * @param date the business date at which the items are overdue
 * @param entity the company that writes
 * @param items what it asks for
 */
public record TextNotice(Tone tone, Texts texts, LocalDate date, String entity, Recipient to, List<OpenItem> items) {

    /** The kind of message that it is in the outbox. */
    public static final String TEMPLATE = "TEXT_MESSAGE";

    private static final Pattern STOP = Pattern.compile("\\bSTOP\\b");

    /** Two parts of the GSM alphabet. */
    public static final int MOST_SIGNS = 306;

    public TextNotice {
        requireNonNull(tone, "tone");
        requireNonNull(texts, "texts");
        requireNonNull(to, "to");
        items = List.copyOf(items);
        if (entity.isBlank() || items.isEmpty()) {
            throw new IllegalArgumentException("a text message says who writes and what is owed");
        }
        for (OpenItem item : items) {
            if (!item.isDebit() || !item.open().isPositive() || item.daysPastDue(date) <= 0) {
                throw new IllegalArgumentException(item.document() + " is not overdue on " + date);
            }
        }
    }

    public Language language() {
        return texts.language();
    }

    /** For our own lists. */
    public String subject() {
        return Occasion.of(tone).label();
    }

    public String text() {
        Phrases phrases = texts.phrases();
        LocalFormats formats = new LocalFormats(language().localeIn(to.country()), phrases);
        Map<String, String> values = Map.of(
                "entity", entity,
                "customer", to.number(),
                "name", to.name(),
                "date", formats.longDate(date),
                "totals", formats.moneyOf(totals()));
        Occasion occasion = Occasion.of(tone);
        return plain(phrases.say(occasion + ".before", values) + " " + phrases.say(occasion + ".after", values));
    }

    public TextLength length() {
        return TextLength.of(text());
    }

    public boolean isTooLong() {
        return text().length() > MOST_SIGNS;
    }

    /** What it asks for, one sum for each currency, by its code. */
    public List<Money> totals() {
        TreeMap<String, Money> totals = new TreeMap<>();
        for (OpenItem item : items) {
            totals.merge(item.open().currency().getCurrencyCode(), item.open(), Money::plus);
        }
        return List.copyOf(totals.values());
    }

    /** Whether a text message names the word that ends them: services know this one, in whatever language it stands. */
    public static boolean saysHowToStop(String text) {
        return STOP.matcher(text).find();
    }

    /** On one line, with blanks and apostrophes of the GSM alphabet: a narrow one in an amount would more than double the price. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u2007\\u2009\\u202f]+", " ")
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replaceAll("[\u201c\u201d]", "\"")
                .replace('\u2013', '-')
                .strip();
    }
}
