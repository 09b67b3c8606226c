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
        LetterView view = LetterWording.of(content);
        return new WrittenLetter(
                view.subject(),
                PlainText.of(view),
                LetterTemplates.email(view),
                LetterWording.pdfName(content),
                Paper.pdf(view, content.date()));
    }
}
