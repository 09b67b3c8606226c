package org.quittance.correspondence.letter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quittance.correspondence.letter.Occasion.Place;

/**
 * The words of one letter as a company has written them: plain text with places in braces that the letter fills in, and nothing else. There is
 * no logic in it that could go wrong in front of a customer, and no markup.
 *
 * <p>{@code new OwnText("Reminder", "{entity}: reminder", "Dear {name}, …", "Thank you.")}. An empty line parts paragraphs; a single end of
 * line stays one.
 */
public record OwnText(String title, String subject, String before, String after) {

    /** Of a text message, the sentence by which one has no more of them. */
    private static final int MOST_TO_OPT_OUT = 60;

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    /** The parts of a letter that have words of their own. */
    public enum Part {
        TITLE("Title", 120),
        SUBJECT("Subject of the e-mail", 150),
        BEFORE("Before the items", 4_000),
        AFTER("After the items", 4_000);

        private final String label;
        private final int mostCharacters;

        Part(String label, int mostCharacters) {
            this.label = label;
            this.mostCharacters = mostCharacters;
        }

        public String label() {
            return label;
        }

        /** As it is called where it is written: a text message lists no items, and ends with how to have no more of them. */
        public String label(Occasion occasion) {
            if (!occasion.isTextMessage()) {
                return label;
            }
            return this == AFTER ? "How to have no more of them" : "Text";
        }

        /** How long it may be, places not yet filled. */
        private int most(Occasion occasion) {
            if (!occasion.isTextMessage()) {
                return mostCharacters;
            }
            return this == AFTER ? MOST_TO_OPT_OUT : TextNotice.MOST_SIGNS - MOST_TO_OPT_OUT;
        }

        private boolean isOneLine() {
            return this == TITLE || this == SUBJECT;
        }
    }

    public OwnText {
        title = tidy(title);
        subject = tidy(subject);
        before = tidy(before);
        after = tidy(after);
    }

    public String of(Part part) {
        return switch (part) {
            case TITLE -> title;
            case SUBJECT -> subject;
            case BEFORE -> before;
            case AFTER -> after;
        };
    }

    /** Why it cannot be the text of that letter, a sentence for each part that is at fault; empty where it can. */
    public Map<Part, String> flaws(Occasion occasion) {
        Map<Part, String> flaws = new EnumMap<>(Part.class);
        for (Part part : occasion.parts()) {
            flaw(part, of(part), occasion).ifPresent(sentence -> flaws.put(part, sentence));
        }
        return flaws;
    }

    private static Optional<String> flaw(Part part, String text, Occasion occasion) {
        if (text.isEmpty()) {
            return Optional.of("A %s is not sent without it. Write something."
                    .formatted(occasion.isTextMessage() ? "text message" : "letter"));
        }
        if (part.isOneLine() && text.contains("\n")) {
            return Optional.of("It has one line. Take the line break out.");
        }
        if (text.length() > part.most(occasion)) {
            return Optional.of("It has %,d characters, and at most %,d fit. Shorten it."
                    .formatted(text.length(), part.most(occasion)));
        }
        Optional<String> wrongPlace = wrongPlace(text, occasion);
        return wrongPlace.isPresent() || occasion.isTextMessage()
                ? wrongPlace
                : Paper.missingSign(text)
                        .map(sign -> "The letters' font has no sign for “%s”. Write it otherwise.".formatted(sign));
    }

    private static Optional<String> wrongPlace(String text, Occasion occasion) {
        List<Place> places = occasion.places();
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            String inside = braces.group(1);
            if (places.stream().noneMatch(place -> place.code().equals(inside))) {
                return Optional.of("Nothing is put in for {%s} here. There is %s."
                        .formatted(inside, places.stream().map(Place::typed).collect(Collectors.joining(", "))));
            }
        }
        String rest = BRACES.matcher(text).replaceAll("");
        return rest.indexOf('{') < 0 && rest.indexOf('}') < 0
                ? Optional.empty()
                : Optional.of("A brace stands alone. Write a place as %s, and use no braces otherwise."
                        .formatted(places.getFirst().typed()));
    }

    /** As browsers and clipboards bring it: their line ends and special spaces are made the usual ones. */
    private static String tidy(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .replaceAll(" +(?=\n|$)", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
