package org.quittance.collections.strategy;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Strategies as files: the same document that is kept, one strategy in each. */
public final class StrategyFiles {

    /** Far more than any strategy has. */
    private static final int MOST_STEPS = 100;

    private static final int MOST_CHARACTERS = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private StrategyFiles() {}

    /** What was read. */
    public sealed interface Read {

        record Content(StrategyContent content) implements Read {}

        /** Nothing of it can be used, and why. */
        record Unreadable(String sentence) implements Read {}
    }

    public static String write(StrategyContent content) {
        return JSON.writeValueAsString(StrategyDocument.of(content));
    }

    public static Read read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return new Read.Unreadable("The file is larger than any strategy; choose the file of one strategy.");
        }
        try {
            StrategyDocument document = JSON.readValue(text, StrategyDocument.class);
            String code = document.code();
            if (code == null || !StrategyContent.isCode(code)) {
                return new Read.Unreadable(
                        "The file gives the strategy no code; write one of small letters, digits and hyphens, such as slow-payers.");
            }
            Optional<StrategyDocument.StepDocument> lettered = document.steps().stream()
                    .filter(StrategyDocument.StepDocument::asksForALetter)
                    .findFirst();
            if (lettered.isPresent()) {
                return new Read.Unreadable(
                        "Step %s names the letter %s. The letter of a step is that of its action: leave out template, and write the company's own words under Contact rules, Letter texts."
                                .formatted(lettered.get().id(), lettered.get().template()));
            }
            return document.steps().size() > MOST_STEPS
                    ? new Read.Unreadable("The strategy has more than %d steps.".formatted(MOST_STEPS))
                    : new Read.Content(document.content());
        } catch (DatabindException e) {
            return new Read.Unreadable("The file is no strategy: look at %s. %s".formatted(place(e), words(e)));
        } catch (JacksonException e) {
            return new Read.Unreadable("The file is no JSON. " + where(e));
        } catch (IllegalArgumentException | ArithmeticException e) {
            // An amount that is none, or of a currency that is none.
            return new Read.Unreadable("The file is no strategy: " + e.getMessage() + ".");
        }
    }

    private static String place(DatabindException problem) {
        String path = problem.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? String.format(Locale.UK, "number %d", step.getIndex() + 1)
                        : step.getPropertyName())
                .collect(Collectors.joining(", "));
        return path.isEmpty() ? "its beginning" : path;
    }

    /** What stands there and what may; the reader's own words speak of Java. */
    private static String words(DatabindException problem) {
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                "A strategy has no %s; leave it out, or look for its name in a file that was exported."
                        .formatted(unknown.getPropertyName());
            case InvalidFormatException format
            when format.getTargetType() != null ->
                "%s is no %s.".formatted(shown(format.getValue()), expected(format.getTargetType()));
            case MismatchedInputException mismatched
            when mismatched.getTargetType() != null ->
                "There has to be a %s.".formatted(expected(mismatched.getTargetType()));
            default -> "Compare it with a file that was exported.";
        };
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "Nothing" : "\"" + value + "\"";
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "word of "
                    + Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == int.class || type == Integer.class) {
            return "whole number";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type) ? "list in brackets" : "group of fields in braces";
    }

    /** Where the text ceases to be JSON; of what the reader expected there it names too much. */
    private static String where(JacksonException problem) {
        TokenStreamLocation at = problem.getLocation();
        return at == null || at.getLineNr() < 1
                ? "Choose the file that was exported for one strategy."
                : "Look at line %d, character %d, or choose the file that was exported for one strategy."
                        .formatted(at.getLineNr(), at.getColumnNr());
    }
}
