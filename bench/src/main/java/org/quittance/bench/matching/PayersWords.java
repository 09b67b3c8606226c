package org.quittance.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.quittance.core.cash.Candidate;

/** What payers of the second generator write, with the numbers that are nobody's invoice in between. */
final class PayersWords {

    private static final int BANK_LINE = 35;
    private static final String[] BEFORE = {
        "",
        "Invoice ",
        "Rechnung ",
        "RG.NR. ",
        "facture no ",
        "factuur ",
        "inv. ",
        "payment of invoice ",
        "Re: ",
        "/INV/",
        "Rg "
    };
    private static final String[] AFTER = {
        "",
        "",
        " thank you",
        " v. 02.06.26",
        " dated 2026-05-30",
        " ZL 000231",
        " run 20260626",
        " Tel 0211 4455660",
        " KD 88123",
        " //"
    };
    private static final String[] BETWEEN = {", ", " ", "/", " + ", " und ", ";", "\n", " & "};
    private static final String[] REASONS = {
        "abzgl. %s Transportschaden",
        "less %s damaged pallets",
        "minus %s Rabatt lt. Vereinbarung",
        "deduction %s missing goods",
        "./. %s Bonus Q1"
    };
    private static final String[] NOTHING = {
        "", "", "thank you", "Zahlung", "as agreed", "NOTPROVIDED", "payment 06/2026"
    };
    private static final String[] STRANGERS = {
        "Stadtwerke Musterstadt", "J. Peeters", "Finanzkasse Nord", "Hotel Adler", "Aral Card Service"
    };

    private final RandomGenerator chance;
    private final Numbering numbering;

    PayersWords(RandomGenerator chance, Numbering numbering) {
        this.chance = chance;
        this.numbering = numbering;
    }

    String whole(Candidate item) {
        return aroundNumber(item.document());
    }

    String shortened(Candidate item) {
        return aroundNumber(numbering.shortened(item.document()));
    }

    String aroundNumber(String number) {
        return any(BEFORE) + number + any(AFTER);
    }

    String order(String order) {
        return any(new String[] {"PO ", "your order ", "Bestellung ", "commande ", ""}) + order + any(AFTER);
    }

    String delivery(String delivery) {
        return any(new String[] {"delivery note ", "LS ", "Lieferschein ", ""}) + delivery + any(AFTER);
    }

    /** One digit wrong, missing, too many, or exchanged with its neighbour. */
    String mistyped(Candidate item) {
        String number = chance.nextBoolean() ? item.document() : numbering.shortened(item.document());
        int at = number.length() - 1 - chance.nextInt(4);
        StringBuilder typed = new StringBuilder(number);
        switch (chance.nextInt(4)) {
            case 0 -> typed.setCharAt(at, (char) ('0' + (number.charAt(at) - '0' + 1 + chance.nextInt(9)) % 10));
            case 1 -> typed.deleteCharAt(at);
            case 2 -> typed.insert(at, chance.nextInt(10));
            default -> {
                typed.setCharAt(at, number.charAt(at - 1));
                typed.setCharAt(at - 1, number.charAt(at));
            }
        }
        return aroundNumber(typed.toString());
    }

    String lastDigits(Candidate item) {
        String number = item.document();
        return any(new String[] {"Re ", "invoice ..", "inv no ", "RG "})
                + number.substring(number.length() - 4)
                + any(AFTER);
    }

    String lastDigits(List<Candidate> items) {
        return any(BEFORE)
                + items.stream()
                        .map(item -> item.document().substring(item.document().length() - 4))
                        .collect(Collectors.joining("/"));
    }

    String list(List<Candidate> items) {
        boolean shortly = chance.nextInt(3) == 0;
        String between = any(BETWEEN);
        List<String> numbers = items.stream()
                .map(item -> shortly ? numbering.shortened(item.document()) : item.document())
                .toList();
        return any(BEFORE) + String.join(between, numbers) + any(AFTER);
    }

    /** 4711001, 002, 005: the first in full, of the others the end. */
    String endings(List<Candidate> items) {
        String first = items.getFirst().document();
        int digits = 2 + chance.nextInt(2);
        List<String> numbers = new ArrayList<>(List.of(first));
        items.stream()
                .skip(1)
                .forEach(item ->
                        numbers.add(item.document().substring(item.document().length() - digits)));
        return any(BEFORE) + String.join(chance.nextBoolean() ? "/" : ", ", numbers);
    }

    String range(List<Candidate> items) {
        String between = any(new String[] {" - ", "-", " bis ", " to ", " through ", "..."});
        String first = items.getFirst().document();
        String last = items.getLast().document();
        return any(BEFORE)
                + first
                + between
                + (chance.nextBoolean() ? last : last.substring(last.length() - 3))
                + any(AFTER);
    }

    String runTogether(List<Candidate> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(numbering.shortened(item.document()).replaceAll("[^0-9]", "")));
        return any(BEFORE) + text;
    }

    /** The bank hands the text on in lines of 35 characters, wherever that cuts. */
    String wrapped(List<Candidate> items) {
        StringBuilder text = new StringBuilder(any(BEFORE));
        items.forEach(item -> text.append(item.document()).append(chance.nextBoolean() ? " " : ", "));
        StringBuilder broken = new StringBuilder();
        for (int from = 0; from < text.length(); from += BANK_LINE) {
            broken.append(text, from, Math.min(text.length(), from + BANK_LINE)).append('\n');
        }
        return broken.toString().strip();
    }

    String deducting(List<Candidate> items, long minor) {
        String amount = String.format(Locale.ROOT, "%d.%02d", minor / 100, minor % 100);
        return list(items) + " " + any(REASONS).formatted(chance.nextBoolean() ? amount : amount.replace('.', ','));
    }

    String nothing() {
        return any(NOTHING);
    }

    String strangersName() {
        return any(STRANGERS);
    }

    /** Numbers of their own: of contracts, of meters, of invoices that somebody else has written. */
    String strangersText() {
        return switch (chance.nextInt(4)) {
            case 0 -> "Rechnung " + (100_000 + chance.nextInt(60_000));
            case 1 -> "Vertrag " + (1_000_000 + chance.nextInt(9_000_000)) + " Abschlag Juni";
            case 2 -> "INV-2026-" + (10_000 + chance.nextInt(60_000));
            default -> "refund " + (10_000 + chance.nextInt(90_000));
        };
    }

    String otherName(String name) {
        return switch (chance.nextInt(3)) {
            case 0 -> name.toUpperCase(Locale.ROOT).replaceAll("[AEIOU]", "") + " ZENTRALE";
            case 1 -> name.substring(0, name.indexOf(' ')) + " Holding";
            default -> "Treuhand Kontor 7";
        };
    }

    /** ISO 11649: 98 less the remainder of reference and RF00 over 97. */
    static String creditorReference(String number) {
        String body = number.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        int rest = 0;
        for (char c : (body + "RF00").toCharArray()) {
            int value = Character.digit(c, 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return String.format(Locale.ROOT, "RF%02d%s", 98 - rest, body);
    }

    private String any(String[] words) {
        return words[chance.nextInt(words.length)];
    }
}
