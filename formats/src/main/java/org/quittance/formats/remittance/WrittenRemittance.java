package org.quittance.formats.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.formats.remittance.AdviceDraft.LineDraft;

/**
 * Reads an advice that was written for people: the text of a PDF or of a mail, in English, German, French, Spanish, Italian or Dutch.
 *
 * <p>A line with a number and an amount is a document. A line with a word for a total and an amount says what is paid. Where a line has several
 * amounts, the columns are read in the one way in which the lines come to the total: the last column, the first less the last, or the first.
 * Where none of them does, the last column is taken, and the advice says by how much it misses its total, so that nobody believes its lines.
 */
final class WrittenRemittance {

    private static final String TOTALS =
            "grand total|total|sum|amount paid|payment amount|amount of payment|net payment|we (?:have )?paid"
                    + "|gesamtbetrag|gesamt|summe|zahlbetrag|zahlungsbetrag|.berweisungsbetrag|endbetrag"
                    + "|montant total|montant du virement|montant pay.|montant du r.glement|net . payer"
                    + "|importe total|total pagado|importe del pago|totale|importo totale|importo del bonifico|totaal|totaalbedrag";

    private static final Pattern TOTAL = pattern("(?<!\\p{L})(?:" + TOTALS + ")(?!\\p{L})");

    private static final Pattern HEADER = pattern(
            "(?<!\\p{L})(?:invoice|document|reference|date|amount|gross|net|discount|description|balance|paid"
                    + "|rechnung|beleg|rechnungsnummer|belegnummer|datum|betrag|brutto|netto|skonto|zahlung|facture|date|montant|escompte|pi.ce|brut"
                    + "|factura|fecha|importe|descuento|documento|fattura|data|importo|sconto|factuur|bedrag|korting)(?!\\p{L})");

    private static final Pattern REFERENCE =
            pattern("(?:(?:payment|remittance|transfer|cheque|check|eft|wire|advice|bank)\\s*"
                    + "(?:ref(?:erence)?|no|number|nr|id)\\b|avis-?\\s*(?:nr|nummer)\\b|zahlungsreferenz|verwendungszweck|zahlungsbeleg"
                    + "|r.f.rence(?: du (?:paiement|virement|r.glement))?|referencia(?: de(?:l)? pago)?|riferimento|betalingskenmerk|kenmerk)"
                    + "[\\s.:#]*(?<number>[\\p{L}\\d][\\p{L}\\d/_.-]{2,33}[\\p{L}\\d])");

    private static final Pattern PAID_ON =
            pattern("(?:payment|value|transfer|remittance|paid|cheque|check)\\s*(?:date|on)"
                    + "|zahlungsdatum|valuta|datum der zahlung|date d[eu] (?:paiement|virement|r.glement|valeur)|fecha de(?:l)? pago"
                    + "|data (?:del )?(?:pagamento|bonifico|valuta)|betaaldatum");

    private static final Pattern PAYER = pattern(
            "^\\s*(?:payer|paid by|ordering party|remitter|auftraggeber|zahler|donneur d.ordre|ordenante|ordinante|opdrachtgever)\\s*:\\s*(?<name>.+)$");

    private static final Pattern CURRENCY = Pattern.compile(
            "(?<![A-Za-z])(EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|AUD|CAD|NZD|SGD|HKD|ZAR|MXN|BRL|INR|AED)(?![A-Za-z])");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final Map<String, String> SYMBOLS = Map.of("€", "EUR", "£", "GBP", "$", "USD");

    private final Findings findings;
    private final String format;

    WrittenRemittance(Findings findings, String format) {
        this.findings = findings;
        this.format = format;
    }

    /**
     * Reads the text of one advice.
     *
     * @param payer who sent it, where that is known from outside the text; else empty
     * @param sent when it was sent, taken where the text names no day of payment; null where that is not known
     * @return null where the text is no advice at all: no document with an amount stands in it
     */
    @Nullable
    RemittanceAdvice read(List<String> text, String payer, @Nullable LocalDate sent) throws UnreadableAdvice {
        List<WrittenLine> lines = new ArrayList<>();
        for (String line : text) {
            lines.add(WrittenLine.of(lines.size() + 1, plain(line)));
        }
        List<WrittenLine> documents = documents(lines);
        if (documents.isEmpty()) {
            return null;
        }
        if (documents.size() > RemittanceAdvice.MOST_LINES) {
            throw new UnreadableAdvice(
                    0, "", "", "The advice has more than %,d lines".formatted(RemittanceAdvice.MOST_LINES));
        }
        String currency = currency(lines);
        List<BigDecimal> totals = lines.stream()
                .filter(line -> isTotal(line) && !line.amounts().isEmpty())
                .map(line -> line.amounts().getLast())
                .filter(total -> total.signum() > 0)
                .toList();
        Reading reading = reading(documents, totals);
        BigDecimal total = totals.contains(sum(documents, reading)) || totals.isEmpty()
                ? sum(documents, reading)
                : totals.getLast();
        AdviceDraft draft = new AdviceDraft(format, documents.getFirst().number());
        draft.total = money(total, currency, documents.getFirst());
        draft.payerName = first(lines, PAYER, "name", plain(payer));
        draft.reference = first(lines, REFERENCE, "number", "");
        draft.date = paidOn(lines, sent);
        for (WrittenLine line : documents) {
            take(line, reading, currency, draft);
        }
        return draft.finished(findings);
    }

    /** How the amounts of a line say what is paid for its document. */
    private enum Reading {
        LAST,
        FIRST_LESS_LAST,
        FIRST;

        BigDecimal net(WrittenLine line) {
            BigDecimal first = line.amounts().getFirst();
            BigDecimal last = line.amounts().getLast();
            return switch (this) {
                case LAST -> last;
                case FIRST_LESS_LAST -> line.amounts().size() == 1 ? first : first.subtract(last.abs());
                case FIRST -> first;
            };
        }
    }

    private static Reading reading(List<WrittenLine> documents, List<BigDecimal> totals) {
        return Stream.of(Reading.values())
                .filter(reading -> totals.contains(sum(documents, reading)))
                .findFirst()
                .orElse(Reading.LAST);
    }

    private static BigDecimal sum(List<WrittenLine> documents, Reading reading) {
        return documents.stream().map(reading::net).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** Below the heading of a table, where there is one; what stands above it tells of the payment and not of documents. */
    private static List<WrittenLine> documents(List<WrittenLine> lines) {
        int heading = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher words = HEADER.matcher(lines.get(i).text());
            boolean isHeading = lines.get(i).amounts().isEmpty() && words.find() && words.find();
            boolean isFollowed = i + 1 < lines.size() && isDocument(lines.get(i + 1));
            if (isHeading && isFollowed && heading == 0) {
                heading = i + 1;
            }
        }
        return lines.subList(heading, lines.size()).stream()
                .filter(WrittenRemittance::isDocument)
                .toList();
    }

    private static boolean isDocument(WrittenLine line) {
        return !line.amounts().isEmpty() && !line.numbers().isEmpty() && !isTotal(line);
    }

    private static boolean isTotal(WrittenLine line) {
        return TOTAL.matcher(line.text()).find();
    }

    private void take(WrittenLine line, Reading reading, String currency, AdviceDraft draft) throws UnreadableAdvice {
        LineDraft document = draft.begin(line.numbers().getFirst(), line.number());
        line.numbers().stream().skip(1).forEach(document::refer);
        Money net = money(reading.net(line), currency, line);
        document.net = net;
        if (line.amounts().size() > 1 && reading != Reading.FIRST) {
            Money gross = money(line.amounts().getFirst(), currency, line);
            Money kept = gross.minus(net);
            document.gross = gross;
            if (kept.minor() > 0 && tells(line, kept.toDecimal())) {
                document.discount = kept;
            } else if (kept.minor() != 0) {
                document.adjust(Money.zero(gross.currency()).minus(kept), "");
            }
        }
    }

    /** Whether the line names what was taken off as a column of its own. */
    private static boolean tells(WrittenLine line, BigDecimal kept) {
        UnaryOperator<BigDecimal> plain = amount -> amount.abs().stripTrailingZeros();
        return line.amounts().stream().skip(1).map(plain).anyMatch(plain.apply(kept)::equals);
    }

    private static String currency(List<WrittenLine> lines) throws UnreadableAdvice {
        Map<Boolean, Set<String>> named = new LinkedHashMap<>();
        for (WrittenLine line : lines) {
            Set<String> of = named.computeIfAbsent(isTotal(line), _ -> new TreeSet<>());
            Matcher code = CURRENCY.matcher(line.text());
            while (code.find()) {
                of.add(code.group());
            }
            SYMBOLS.forEach((symbol, meant) -> {
                if (line.text().contains(symbol)) {
                    of.add(meant);
                }
            });
        }
        Set<String> ofTotals = named.getOrDefault(true, Set.of());
        Set<String> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = ofTotals.size() == 1 ? ofTotals : all;
        if (told.size() == 1) {
            return told.iterator().next();
        }
        throw new UnreadableAdvice(
                0,
                "currency",
                String.join(", ", told),
                told.isEmpty()
                        ? "The advice names no currency"
                        : "The advice names several currencies, and its total does not say which is paid");
    }

    private static Money money(BigDecimal amount, String currency, WrittenLine line) throws UnreadableAdvice {
        try {
            return Money.of(amount.toPlainString(), currency);
        } catch (ArithmeticException tooLarge) {
            throw new UnreadableAdvice(
                    line.number(), "amount", line.text(), "An amount goes beyond anything that is paid");
        }
    }

    private static @Nullable LocalDate paidOn(List<WrittenLine> lines, @Nullable LocalDate sent) {
        return lines.stream()
                .filter(line ->
                        !line.dates().isEmpty() && PAID_ON.matcher(line.text()).find())
                .map(line -> line.dates().getFirst())
                .findFirst()
                .orElse(sent);
    }

    private static String first(List<WrittenLine> lines, Pattern pattern, String group, String otherwise) {
        return lines.stream()
                .map(line -> pattern.matcher(line.text()))
                .filter(Matcher::find)
                .map(found -> found.group(group).strip())
                .filter(found -> pattern != REFERENCE || found.chars().anyMatch(Character::isDigit))
                .findFirst()
                .orElse(otherwise);
    }

    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
