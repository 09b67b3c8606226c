package org.quittance.correspondence.letter;

/**
 * Writes letters.
 *
 * <p>Example: {@code Letters.write(content).pdf()} is the letter as it would be printed.
 */
public final class Letters {

    private Letters() {}

    /** The same content always gives the same words and the same bytes. */
    public static WrittenLetter write(LetterContent content) {
        return write(content, LetterWording.of(content));
    }

    /**
     * The letter as it is looked at before it is sent. Where it will have a reference of its own it says so instead: only a letter that is kept
     * is given a number.
     */
    public static WrittenLetter preview(LetterContent content) {
        return write(content, LetterWording.of(content, LetterWording.Stage.PREVIEW));
    }

    /** The same without its PDF, of which the bytes are none: for whoever asks about very many what would become of them. */
    public static WrittenLetter unprinted(LetterContent content) {
        return write(content, LetterWording.of(content, LetterWording.Stage.PREVIEW), new byte[0]);
    }

    private static WrittenLetter write(LetterContent content, LetterView view) {
        return write(content, view, Paper.pdf(view, content.date()));
    }

    private static WrittenLetter write(LetterContent content, LetterView view, byte[] pdf) {
        return new WrittenLetter(
                view.subject(),
                PlainText.of(view),
                LetterTemplates.email(view.withoutCodes()),
                LetterWording.pdfName(content),
                pdf);
    }
}
