package org.quittance.core.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail as it came in, as far as anything is decided by it.
 *
 * <p>Example: headers {@code In-Reply-To: <4711@alder-paper.example>} and {@code Subject: Re: Reminder}, one part {@code text/plain}.
 *
 * @param headers decoded and on one line each, in the order of the mail
 * @param parts those that hold text, in the order of the mail: of a mail within the mail its headers alone
 */
public record IncomingMail(List<Header> headers, List<Part> parts) {

    /** As RFC 5322 has it, and bounded, so that no text makes the search slow. */
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>@\\s]{1,200}@[^<>@\\s]{1,200}>");

    private static final int MOST_NAMED = 200;
    private static final int MOST_SEARCHED = 100_000;

    /** A line of the header. */
    public record Header(String name, String value) {}

    /**
     * A part that holds text.
     *
     * @param mediaType in small letters and without parameters, such as {@code message/delivery-status}
     */
    public record Part(String mediaType, String text) {}

    public IncomingMail {
        headers = List.copyOf(headers);
        parts = List.copyOf(parts);
    }

    /** The value of the first header of the name, whatever its capitals; empty where there is none. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** The text of the first part of the media type. */
    public Optional<String> part(String mediaType) {
        return parts.stream()
                .filter(part -> part.mediaType().equals(mediaType))
                .map(Part::text)
                .findFirst();
    }

    /** The messages that it answers by its own word, the nearest first. */
    public Set<String> answered() {
        Set<String> ids = new LinkedHashSet<>(idsIn(header("In-Reply-To")));
        ids.addAll(idsIn(header("References")).reversed());
        return ids;
    }

    /** Every message that it names anywhere: those it answers, those it brings back, and those in its text. At most 200. */
    public Set<String> named() {
        Set<String> ids = new LinkedHashSet<>(answered());
        parts.stream()
                .flatMap(part -> idsIn(part.text()).stream())
                .limit(MOST_NAMED)
                .forEach(ids::add);
        return ids;
    }

    /** The subject in small letters. */
    String subject() {
        return header("Subject").strip().toLowerCase(Locale.ROOT);
    }

    /** All text of its parts, one after the other, as far as anybody searches it. */
    String allText() {
        String all = String.join("\n", parts.stream().map(Part::text).toList());
        return all.substring(0, Math.min(all.length(), MOST_SEARCHED));
    }

    private static List<String> idsIn(String text) {
        Matcher ids = MESSAGE_ID.matcher(text.substring(0, Math.min(text.length(), MOST_SEARCHED)));
        return Stream.iterate(ids.find(), found -> found, _ -> ids.find())
                .map(_ -> ids.group())
                .limit(MOST_NAMED)
                .toList();
    }
}
