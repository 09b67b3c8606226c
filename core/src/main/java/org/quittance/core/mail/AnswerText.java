package org.quittance.core.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody says in an answer, and what they quote of ours below it.
 *
 * <p>Example: "We pay on Friday." and, from "On 2 March Alder Paper wrote:" on, the notice. Where nothing tells clearly that a quotation
 * begins, all of it is said. Nothing is lost: the two together are the whole text.
 *
 * @param said without blank lines around it; may be empty where somebody has only sent the mail back
 * @param quoted empty where nothing is quoted
 */
public record AnswerText(String said, String quoted) {

    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?i)^\\s*(?:on|am|le|el|il giorno|op)\\b.{5,200}\\b(?:wrote|schrieb|a écrit|écrit|escribió|ha scritto|schreef)\\b.{0,120}:\\s*$");

    private static final Pattern RULE = Pattern.compile(
            "(?i)^\\s*(?:-{3,}\\s*(?:original message|urspr(?:ü|ue)ngliche nachricht|message d'origine"
                    + "|mensaje original|messaggio originale|oorspronkelijk bericht|forwarded message)\\s*-{3,}|_{20,})\\s*$");

    private static final Pattern SENDER = Pattern.compile("(?i)^\\s*\\*?(?:from|von|de|da|van)\\s?:\\*?\\s.{3,200}$");
    private static final Pattern SENT = Pattern.compile(
            "(?i)^\\s*\\*?(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|inviato|verzonden)\\s?:\\*?\\s.{3,100}$");

    private static final int LONGEST_INTRODUCTION = 400;

    /** Parts a text at the first line that clearly begins a quotation. */
    public static AnswerText of(String text) {
        List<String> lines = text.lines().toList();
        int quotedToTheEnd = quotedToTheEnd(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (i == quotedToTheEnd || isIntroduction(lines, i)) {
                return new AnswerText(joined(lines.subList(0, i)).strip(), joined(lines.subList(i, lines.size())));
            }
        }
        return new AnswerText(text.strip(), "");
    }

    private static boolean isIntroduction(List<String> lines, int at) {
        String line = lines.get(at);
        String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
        return INTRODUCTION.matcher(line).matches()
                || (line.length() + next.length() < LONGEST_INTRODUCTION
                        && INTRODUCTION.matcher(line + " " + next).matches())
                || RULE.matcher(line).matches()
                || (SENDER.matcher(line).matches() && SENT.matcher(next).matches());
    }

    /** From where on nothing but quoted lines follows: whoever answers between them has said something after the first. */
    private static int quotedToTheEnd(List<String> lines) {
        int first = lines.size();
        for (int i = lines.size() - 1;
                i >= 0 && (lines.get(i).isBlank() || lines.get(i).startsWith(">"));
                i--) {
            first = lines.get(i).isBlank() ? first : i;
        }
        return first;
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }
}
