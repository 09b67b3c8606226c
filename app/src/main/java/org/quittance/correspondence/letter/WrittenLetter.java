package org.quittance.correspondence.letter;

/**
 * A letter in words, three times the same: as an e-mail's text, as its HTML, and as a PDF.
 *
 * @param pdfName the name of the PDF as the recipient sees it, such as {@code Payment-reminder-4711-2026-03-02.pdf}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record WrittenLetter(String subject, String text, String html, String pdfName, byte[] pdf) {}
