package org.quittance.core.contact;

/**
 * How long a text message is for the network: in which alphabet it travels, and in how many parts, each of which is paid for.
 *
 * <p>Example: 306 letters of the GSM alphabet are two parts of 153; with one letter outside it, such as {@code ç}, 67 fit into a part. Rules:
 * 3GPP TS 23.038 (the default alphabet and its extension table, whose signs count twice) and TS 23.040 (six bytes of each part of several
 * are its header).
 *
 * @param units septets of the GSM alphabet, or halves of UCS-2
 * @param parts one or more; none where there is no text
 */
public record TextLength(Alphabet alphabet, int units, int parts) {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** The alphabets of text messages. */
    public enum Alphabet {
        GSM("GSM alphabet", 160, 153),
        UCS_2("Unicode", 70, 67);

        private final String label;
        private final int alone;
        private final int inOneOfSeveral;

        Alphabet(String label, int alone, int inOneOfSeveral) {
            this.label = label;
            this.alone = alone;
            this.inOneOfSeveral = inOneOfSeveral;
        }

        public String label() {
            return label;
        }
    }

    public static TextLength of(String text) {
        boolean isGsm = text.chars().allMatch(sign -> BASIC.indexOf(sign) >= 0 || EXTENSION.indexOf(sign) >= 0);
        return isGsm ? ofGsm(text) : new TextLength(Alphabet.UCS_2, text.length(), ucsParts(text));
    }

    private static TextLength ofGsm(String text) {
        int units = 0;
        int parts = 1;
        int left = Alphabet.GSM.inOneOfSeveral;
        for (int i = 0; i < text.length(); i++) {
            int size = EXTENSION.indexOf(text.charAt(i)) >= 0 ? 2 : 1;
            // An escape and its sign are not torn apart.
            if (size > left) {
                parts++;
                left = Alphabet.GSM.inOneOfSeveral;
            }
            left -= size;
            units += size;
        }
        return new TextLength(Alphabet.GSM, units, inParts(Alphabet.GSM, units, parts));
    }

    private static int ucsParts(String text) {
        int parts = 1;
        int left = Alphabet.UCS_2.inOneOfSeveral;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int size = Character.charCount(text.codePointAt(i));
            if (size > left) {
                parts++;
                left = Alphabet.UCS_2.inOneOfSeveral;
            }
            left -= size;
        }
        return inParts(Alphabet.UCS_2, text.length(), parts);
    }

    private static int inParts(Alphabet alphabet, int units, int ofSeveral) {
        if (units == 0) {
            return 0;
        }
        return units <= alphabet.alone ? 1 : ofSeveral;
    }

    /** Such as {@code 184 signs in the GSM alphabet, 2 parts}. */
    public String sentence() {
        return "%d signs in the %s, %d %s".formatted(units, alphabet.label(), parts, parts == 1 ? "part" : "parts");
    }
}
