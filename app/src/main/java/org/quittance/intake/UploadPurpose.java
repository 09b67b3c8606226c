package org.quittance.intake;

/** What a file is handed in for. A PDF does not tell by itself whether it is a payer's advice or the copy of an invoice of ours. */
public enum UploadPurpose {
    /** To be read into the books: whatever it is, it says so itself. */
    BOOKS,
    /** To be kept as the copy of the document that it is of. */
    COPIES
}
