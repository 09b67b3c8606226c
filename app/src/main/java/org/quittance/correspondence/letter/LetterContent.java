package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.core.reference.StructuredReference;

/**
 * One letter to one customer, before it is worded: a reminder, one of three notices, or a statement of account.
 *
 * <p>Invariants: a reminder lists no debit that is overdue and a notice none that is not; a notice names a pay-by day that has not passed;
 * no item is listed twice; and a letter that asks for money asks for more than nothing in every currency. Currencies are never
 * netted: {@link #totals()} has one amount for each. References are those of bank accounts that the letter names.
 *
 * @param texts its words, in the language of whoever reads it
 * @param date the business date on the letter, at which days overdue are counted
 * @param payBy the day by which a notice wants to be paid; null in the other letters
 * @param references what the payer is asked to quote, by bank account; empty in a letter that nobody has given any
 * @param askedInPart of which items less is asked for than is open, because the rest is promised, disputed or to be given up, and of which
 *     credits less is taken off, because the rest pays other items; the letter says so, lest they be taken for paid in part
 * @param post as what a carrier takes it; null where it goes by e-mail
 */
public record LetterContent(
        Template template,
        Texts texts,
        LocalDate date,
        @Nullable LocalDate payBy,
        Sender from,
        Recipient to,
        List<Section> sections,
        Signature signature,
        Map<PaymentDetails, StructuredReference> references,
        Set<ItemId> askedInPart,
        @Nullable PostalService post) {

    /** A letter that has no references yet. */
    public LetterContent(
            Template template,
            Texts texts,
            LocalDate date,
            @Nullable LocalDate payBy,
            Sender from,
            Recipient to,
            List<Section> sections,
            Signature signature) {
        this(template, texts, date, payBy, from, to, sections, signature, Map.of(), Set.of(), null);
    }

    public LetterContent {
        requireNonNull(texts, "texts");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(signature, "signature");
        sections = List.copyOf(sections);
        references = Map.copyOf(references);
        askedInPart = Set.copyOf(askedInPart);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("a letter to customer " + to.number() + " has nothing to list");
        }
        checkPayBy(template, date, payBy);
        checkItems(
                template,
                date,
                Stream.concat(items(sections), sections.stream().flatMap(section -> section.beside().stream()))
                        .toList());
        if (template.asksForMoney()) {
            checkOwed(totals(sections));
        }
        checkReferences(sections, references);
    }

    /** The bank accounts that the letter names, in the order of its sections. */
    public List<PaymentSlip> slips() {
        Map<PaymentDetails, List<Section>> paidThere = new LinkedHashMap<>();
        for (Section section : sections) {
            if (section.payTo().isKnown()) {
                paidThere
                        .computeIfAbsent(section.payTo(), _ -> new ArrayList<>())
                        .add(section);
            }
        }
        return paidThere.entrySet().stream()
                .map(entry -> new PaymentSlip(entry.getKey(), entry.getValue(), references.get(entry.getKey())))
                .toList();
    }

    /** The bank accounts whose payers are asked to quote a reference of the letter's own. */
    public List<PaymentSlip> payable() {
        return template.takesReference()
                ? slips().stream().filter(PaymentSlip::isOwed).toList()
                : List.of();
    }

    /** The same letter with what is to be quoted. */
    public LetterContent quoting(Map<PaymentDetails, StructuredReference> given) {
        return new LetterContent(template, texts, date, payBy, from, to, sections, signature, given, askedInPart, post);
    }

    /** The same letter on paper, as the carrier takes it. */
    public LetterContent byPost(PostalService service) {
        return new LetterContent(
                template, texts, date, payBy, from, to, sections, signature, references, askedInPart, service);
    }

    /** The same letter, which says of which items it asks for a part only. */
    public LetterContent askingInPart(Set<ItemId> items) {
        return new LetterContent(template, texts, date, payBy, from, to, sections, signature, references, items, post);
    }

    public Language language() {
        return texts.language();
    }

    public Stream<OpenItem> items() {
        return items(sections);
    }

    /** Credits that are listed and not taken off. */
    public Stream<OpenItem> beside() {
        return sections.stream().flatMap(section -> section.beside().stream());
    }

    /** Whether the letter speaks of a part of what is open of the item. */
    boolean isInPart(OpenItem item) {
        return askedInPart.contains(item.id());
    }

    /** Whether something is taken off what is asked for on an account. */
    boolean takesCreditsOff(Section section) {
        return template.asksForMoney() && section.items().stream().anyMatch(item -> !item.isDebit());
    }

    /** What is open per currency, credits taken off, in the order of the currency codes. */
    public List<Money> totals() {
        return totals(sections);
    }

    /**
     * A letter of another occasion to the same reader, in those words, about those of its items that belong in it; empty where none does. So
     * a text is read with the items of a customer before anybody gets it.
     *
     * @param by the day by which a notice wants to be paid; other letters name none
     */
    public Optional<LetterContent> on(Template occasion, Texts words, LocalDate by) {
        List<Section> belonging = sections.stream()
                .flatMap(section -> section.with(item -> occasion.lists(item, date)).stream())
                .toList();
        return belonging.isEmpty()
                ? Optional.empty()
                : Optional.of(new LetterContent(
                        occasion, words, date, occasion.namesPayBy() ? by : null, from, to, belonging, signature));
    }

    private static Stream<OpenItem> items(List<Section> sections) {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    private static List<Money> totals(List<Section> sections) {
        TreeMap<String, Money> totals = new TreeMap<>();
        for (Section section : sections) {
            totals.merge(section.currency().getCurrencyCode(), section.total(), Money::plus);
        }
        return List.copyOf(totals.values());
    }

    private static void checkPayBy(Template template, LocalDate date, @Nullable LocalDate payBy) {
        if (template.namesPayBy() != (payBy != null)) {
            throw new IllegalArgumentException(
                    template.label() + (payBy == null ? " without a pay-by day" : " cannot name a pay-by day"));
        }
        if (payBy != null && payBy.isBefore(date)) {
            throw new IllegalArgumentException("a letter of %s cannot ask for payment by %s".formatted(date, payBy));
        }
    }

    private static void checkItems(Template template, LocalDate date, List<OpenItem> items) {
        for (OpenItem item : items) {
            if (item.open().isZero()) {
                throw new IllegalArgumentException(item.document() + " is settled and cannot be listed");
            }
            if (item.isDebit() && !template.scope().takes(item.daysPastDue(date))) {
                throw new IllegalArgumentException("%s, due on %s, does not belong in a %s of %s"
                        .formatted(item.document(), item.dueDate(), template.label(), date));
            }
        }
        if (items.stream().map(OpenItem::id).distinct().count() != items.size()) {
            throw new IllegalArgumentException("an item is listed twice");
        }
    }

    private static void checkReferences(List<Section> sections, Map<PaymentDetails, StructuredReference> references) {
        Set<PaymentDetails> named = sections.stream().map(Section::payTo).collect(Collectors.toSet());
        if (!named.containsAll(references.keySet())) {
            throw new IllegalArgumentException("a reference is for a bank account that the letter does not name");
        }
    }

    private static void checkOwed(List<Money> totals) {
        for (Money total : totals) {
            if (!total.isPositive()) {
                throw new IllegalArgumentException("a letter cannot ask for " + total);
            }
        }
    }
}
