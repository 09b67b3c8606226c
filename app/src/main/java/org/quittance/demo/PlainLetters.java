package org.quittance.demo;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The letters that old formats can carry: {@code Brandhöfer & Söhne} is {@code Brandhofer + Sohne}. */
final class PlainLetters {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_SWIFT = Pattern.compile("[^A-Za-z0-9/?:().,'+ -]");

    private PlainLetters() {}

    static String of(String text) {
        String unaccented = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ı", "i")
                .replace("&", "+");
        return NOT_SWIFT.matcher(unaccented).replaceAll(" ");
    }
}
