package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.CandidateIndex.Book;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Reading.Window;
import org.quittance.core.money.Money;

/**
 * One payment on the table: what it says, who sent it as far as is known now, and which open items it names or nearly names.
 *
 * <p>The text is read once. Who sent it and what is open are asked anew each time, because other payments of the run change both.
 */
final class Case {

    private static final int MOST_RESEMBLING = 40;

    final Payment payment;
    final Standing standing;
    final MatchPolicy policy;
    private final Reading reading;
    private final List<Mention> mentions;
    private final boolean listBroken;
    private @Nullable DamagedNumbers damaged;
    private @Nullable List<Mention> resembling;
    private final int payerByVirtualAccount;
    private final int payerByNumber;
    private final List<String> namesInText;
    private int payer = CandidateIndex.UNKNOWN;
    private Set<Integer> paidFor = Set.of();
    private List<Book> books = List.of();
    private int payerAsOf = -1;
    private int resemblingOf = CandidateIndex.UNKNOWN;

    Case(Payment payment, Standing standing, MatchPolicy policy) {
        this.payment = payment;
        this.standing = standing;
        this.policy = policy;
        reading = new Reading(payment.remittanceText());
        List<Mention> cited = Citations.in(payment, reading, standing.index);
        Series.Answer series = Series.behind(cited, reading, standing.index);
        mentions = new ArrayList<>(cited);
        // 101/102 behind 4711100 are two endings, and not somebody else's 101102.
        mentions.removeIf(mention -> series.mentions().stream()
                .anyMatch(one -> one.overlaps(mention)
                        && mention.positions().stream()
                                .noneMatch(position -> standing.index.customerOf(position)
                                        == standing.index.customerOf(
                                                one.positions().getFirst()))));
        mentions.addAll(series.mentions());
        listBroken = series.isBroken();
        payerByVirtualAccount = VirtualAccounts.payer(payment, reading, standing.index);
        payerByNumber = payerByNumber(reading, standing.index, mentions);
        namesInText = NameInText.candidates(payment);
    }

    long amount() {
        return payment.amount().minor();
    }

    Money money(long minor) {
        return Money.ofMinor(minor, payment.amount().currency());
    }

    long tolerance() {
        return policy.toleranceFor(payment.amount());
    }

    long open(int position) {
        return standing.open(position);
    }

    Candidate item(int position) {
        return standing.index.item(position);
    }

    /** The customer who paid, by virtual account, by bank account, by number in the text or by name; or {@link CandidateIndex#UNKNOWN}. */
    int payer() {
        if (payerAsOf != standing.lessons()) {
            int byAccount = standing.customerPayingFrom(payment.payerAccount());
            int byText = byAccount >= 0 ? byAccount : payerByNumber;
            int byOwnWord = byText >= 0 ? byText : payerByName();
            payer = payerByVirtualAccount >= 0 ? payerByVirtualAccount : byOwnWord;
            payerAsOf = standing.lessons();
            paidFor = payer >= 0
                    ? standing.index.paidForBy(payer)
                    : standing.index.customersSharing(payment.payerAccount());
            books = paidFor.stream()
                    .map(customer ->
                            standing.index.book(customer, payment.amount().currency()))
                    .filter(book -> book.from() < book.to())
                    .sorted(Comparator.comparingInt(Book::from))
                    .toList();
        }
        return payer;
    }

    /** How the payer is known, as evidence; null where it is not. */
    @Nullable
    Evidence payerEvidence() {
        int payer = payer();
        if (payer < 0) {
            return null;
        }
        String number = standing.index.customerNumber(payer);
        if (payerByVirtualAccount == payer) {
            return Evidence.of(
                    Kind.VIRTUAL_ACCOUNT, null, "The money was sent to the virtual account of customer " + number);
        }
        if (standing.customerPayingFrom(payment.payerAccount()) == payer) {
            return Evidence.of(Kind.PAYER_ACCOUNT, null, "Customer " + number + " has paid from this bank account");
        }
        if (payerByNumber == payer) {
            return Evidence.of(Kind.CUSTOMER_NUMBER, null, "The text names customer " + number);
        }
        for (String name : namesInText) {
            if (standing.customerNamed(name) == payer) {
                int start = payment.remittanceText().indexOf(name);
                String sentence = "\"%s\" in the text is the name of customer %s".formatted(name, number);
                return new Evidence(Kind.PAYER_NAME, start, start + name.length(), null, sentence);
            }
        }
        return Evidence.of(Kind.PAYER_NAME, null, "The payer's name is that of customer " + number);
    }

    /**
     * The items of the payment's currency that the payer may be paying: its own, and those of the customers for whom it pays or its bank
     * account has paid; none where nothing is known of the payer.
     */
    List<Book> books() {
        payer();
        return books;
    }

    /** The positions of these books, ascending. */
    IntStream payersPositions() {
        return books().stream().flatMapToInt(book -> IntStream.range(book.from(), book.to()));
    }

    /** Whether an item is one that the payer may be paying. */
    boolean isPayers(int position) {
        payer();
        return paidFor.contains(standing.index.customerOf(position));
    }

    /**
     * The open items named, mention by mention. Where the payer is known and one of the items is the payer's, items of others that
     * bear the same number, or another number in the text, are left aside.
     */
    List<Mention> named() {
        List<Mention> open = namedOfAnyone();
        if (books().isEmpty()) {
            return open;
        }
        List<Mention> payers = new ArrayList<>(open.size());
        for (Mention mention : open) {
            keep(
                    payers,
                    mention,
                    mention.positions().stream().filter(this::isPayers).toList());
        }
        return payers.isEmpty() ? open : payers;
    }

    /** The open items named, whoever owes them. */
    List<Mention> namedOfAnyone() {
        List<Mention> open = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            keep(
                    open,
                    mention,
                    mention.positions().stream().filter(this::isCandidate).toList());
        }
        return open;
    }

    /**
     * The items that the text names in full, each alone, where all of them are of one other currency than the payment's; none where it names
     * anything else as well.
     */
    List<Named> namedInOtherCurrency() {
        List<Mention> open = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            keep(
                    open,
                    mention,
                    mention.positions().stream()
                            .filter(position -> open(position) != 0)
                            .toList());
        }
        boolean clear = open.stream()
                        .allMatch(mention ->
                                mention.isFull() && mention.positions().size() == 1)
                && open.stream()
                                .map(mention ->
                                        item(mention.positions().getFirst()).currency())
                                .distinct()
                                .count()
                        == 1;
        return clear && namedOfAnyone().isEmpty() ? Named.singly(open) : List.of();
    }

    /** All that the text and the references beside it name, open or not. */
    List<Mention> mentions() {
        return Collections.unmodifiableList(mentions);
    }

    /** Whether every number in the text is one open item of the payer's: then nothing in it is damaged. */
    private boolean namesOnlyPayersItems() {
        List<Mention> named = named();
        return named.size() == mentions.size()
                && named.stream()
                        .allMatch(mention -> mention.isFull()
                                && mention.positions().size() == 1
                                && isPayers(mention.positions().getFirst()))
                && !hasUnreadNumbers();
    }

    /**
     * The payer's items whose number resembles a piece of the text, each with its best piece; ascending. Only items of a plausible
     * date: a damaged number proves less than a whole one. None where nothing in the text is damaged.
     */
    List<Mention> resembling() {
        return namesOnlyPayersItems() ? List.of() : resemblingAnything();
    }

    private List<Mention> resemblingAnything() {
        if (resembling == null || resemblingOf != payer()) {
            List<Mention> found = new ArrayList<>();
            payersPositions().filter(this::isPlausible).forEach(position -> {
                Mention mention = resemblance(position);
                if (mention != null) {
                    found.add(mention);
                }
            });
            resembling = telling(found);
            resemblingOf = payer();
        }
        return resembling.stream()
                .filter(mention -> open(mention.positions().getFirst()) != 0)
                .toList();
    }

    /** What resembles very many numbers says nothing: of too many, those with one error count, and of too many of those none. */
    private static List<Mention> telling(List<Mention> found) {
        if (found.size() <= MOST_RESEMBLING) {
            return found;
        }
        List<Mention> better = found.stream()
                .filter(mention -> mention.kind() != Kind.NUMBER_CUT)
                .toList();
        return better.size() <= MOST_RESEMBLING ? better : List.of();
    }

    /** The piece of the text that is most like one of the item's numbers, or null where none is. */
    @Nullable
    Mention resemblance(int position) {
        Mention like = damaged().like(position);
        return like == null
                        || isYear(like)
                        || mentions.stream().anyMatch(mention -> mention.overlaps(like) && isSettled(mention))
                ? null
                : like;
    }

    /** The end of a number that is only the year in which it was paid, or a neighbour: it stands in many texts. */
    private boolean isYear(Mention like) {
        int year = payment.valueDate().getYear();
        String piece = reading.text(like.start(), like.end());
        return like.kind() == Kind.NUMBER_CUT
                && (piece.equals(String.valueOf(year - 1))
                        || piece.equals(String.valueOf(year))
                        || piece.equals(String.valueOf(year + 1)));
    }

    /** Whether the text has a number, a short one too, beside those read and this one. */
    boolean hasNumberBeside(Mention like) {
        List<Mention> read = new ArrayList<>(mentions);
        read.add(like);
        return listBroken || damaged().hasOtherThan(read, 4);
    }

    /** Whether a payment of this day may be for an item that it does not name exactly. */
    boolean isPlausible(int position) {
        long age = payment.valueDate().toEpochDay() - standing.index.documentDay(position);
        return age >= -policy.earlyDays() && age <= policy.lookBackDays();
    }

    /** Whether the text has a number, as long as a document's, that belongs to no item, or goes on with a list that could not be read. */
    boolean hasUnreadNumbers() {
        return listBroken || damaged().hasOtherThan(mentions);
    }

    /** Whether there is any number beside those read, short ones as well: something else may be paid. */
    boolean hasAnyUnreadNumber() {
        return listBroken || damaged().hasOtherThan(mentions, 4);
    }

    /** The items that a number names alone, and those that alone resemble a piece of the text. */
    List<Named> certain(List<Mention> named) {
        return certain(named, resembling());
    }

    private static List<Named> certain(List<Mention> named, List<Mention> resembling) {
        List<Mention> certain = new ArrayList<>(named);
        for (Mention mention : resembling) {
            boolean rival = resembling.stream().anyMatch(other -> !other.equals(mention) && other.overlaps(mention))
                    || named.stream().anyMatch(mention::overlaps);
            if (!rival) {
                certain.add(mention);
            }
        }
        return Named.singly(certain);
    }

    /**
     * The payer's items where each number of the text is an ending, or a damaged form, of one of them and of no other; none where the text
     * has more numbers than that, or names an item in full.
     */
    List<Named> endings() {
        if (books().isEmpty() || !mentions.isEmpty()) {
            return List.of();
        }
        List<Mention> resembling = resemblingAnything();
        List<Named> certain = certain(List.of(), resembling);
        boolean whole =
                certain.size() == resembling.size() && !listBroken && !damaged().hasOtherThan(resembling, 4);
        return whole ? certain : List.of();
    }

    /** Whether the text names an item of the payer of which nothing is open any more: perhaps it is paid twice. */
    boolean namesSettled() {
        return mentions.stream().anyMatch(this::isSettled);
    }

    private boolean isSettled(Mention mention) {
        return mention.positions().stream().allMatch(position -> isPayers(position) && open(position) == 0);
    }

    /** Where the credits stand that a letter listed and did not take off. */
    List<Integer> listedBeside(QuotedLetter letter) {
        return standing.index.beside(letter);
    }

    Evidence evidence(Mention mention, int position) {
        if (mention.isOfLetter()) {
            return LetterQuoted.evidence(this, mention);
        }
        String label = item(position).label();
        String quoted = mention.end() == 0
                ? ""
                : "\"" + reading.text(mention.start(), mention.end()).strip() + "\" in the text";
        String sentence = switch (mention.kind()) {
            case STRUCTURED_REFERENCE -> "The structured reference is that of " + label;
            case REMITTANCE_LINE -> "The remittance advice names " + label;
            case DOCUMENT_NUMBER -> quoted + " is " + label;
            case NUMBER_REJOINED -> quoted + " is " + label + ", written with a gap or in one run";
            case NUMBER_SHORTENED -> quoted + " is " + label + " without its prefix or zeros";
            case NUMBER_IN_SERIES -> quoted + " goes on to " + label;
            case NUMBER_MISTYPED -> quoted + " is " + label + " with one typing error";
            case NUMBER_CUT -> quoted + " is a part of the number of " + label;
            case LETTER_REFERENCE,
                    VIRTUAL_ACCOUNT,
                    PAYER_ACCOUNT,
                    CUSTOMER_NUMBER,
                    PAYER_NAME,
                    AMOUNT,
                    CASH_DISCOUNT,
                    BANK_CHARGE,
                    DEDUCTION,
                    EXCHANGE_DIFFERENCE,
                    WITHIN_TOLERANCE,
                    CREDIT_NOTE_TAKEN,
                    TOGETHER_WITH_OTHER_PAYMENTS,
                    PART_PAYMENT,
                    OVERPAYMENT,
                    EXPERIENCE,
                    AMBIGUOUS,
                    NOTHING_FOUND -> throw new IllegalStateException(mention.kind() + " is not a mention");
        };
        return new Evidence(
                mention.kind(), mention.start(), mention.end(), item(position).item(), sentence);
    }

    private boolean isCandidate(int position) {
        return open(position) != 0
                && item(position).currency().equals(payment.amount().currency());
    }

    private static void keep(List<Mention> kept, Mention mention, List<Integer> positions) {
        if (!positions.isEmpty()) {
            kept.add(mention.among(positions));
        }
    }

    private int payerByName() {
        for (String name : namesInText) {
            int customer = standing.customerNamed(name);
            if (customer >= 0) {
                return customer;
            }
        }
        return standing.customerNamed(payment.payerName());
    }

    private DamagedNumbers damaged() {
        if (damaged == null) {
            damaged = new DamagedNumbers(reading, standing.index);
        }
        return damaged;
    }

    private static int payerByNumber(Reading reading, CandidateIndex index, List<Mention> mentions) {
        for (int run = 0; run < reading.runs(); run++) {
            for (Window window : reading.windowsFrom(run)) {
                if (window.length() >= ReferenceKey.MIN_CORE && reading.standsAlone(window)) {
                    int customer = index.customerWithNumber(
                            new String(reading.compact, window.compactFrom(), window.length()));
                    if (customer >= 0 && !LetterQuoted.covers(window, mentions)) {
                        return customer;
                    }
                }
            }
        }
        return CandidateIndex.UNKNOWN;
    }
}
