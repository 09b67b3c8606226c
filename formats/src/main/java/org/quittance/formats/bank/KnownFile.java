package org.quittance.formats.bank;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that people feed as bank statements although they are something else: each is refused by its name, with the reason and
 * what to do.
 *
 * <p>Example: a pain.001 is an order to a bank, not its statement; the remedy asks for camt.053.
 */
enum KnownFile {
    ZIP("a ZIP archive or an Excel workbook (XLSX)", Why.PACKED, "^PK(\\x03\\x04|\\x05\\x06)"),
    GZIP("a packed file (GZIP)", Why.PACKED, "^\\x1F\\x8B"),
    EXCEL("an old Office document (XLS, DOC)", Why.TABLE, "^\\xD0\\xCF\\x11\\xE0"),
    PDF("a PDF document", Why.PAPER, "^%PDF"),
    RICH_TEXT("a rich text document (RTF)", Why.PAPER, "^\\{\\\\rtf"),
    IMAGE("a picture", Why.PAPER, "^(\\xFF\\xD8\\xFF|\\x89PNG|GIF8|II\\*\\x00|MM\\x00\\*)"),
    HTML("a web page (HTML)", Why.PAPER, "(?i)^\\s*<(!doctype\\s+html|html)"),
    OFX(
            "OFX (Open Financial Exchange)",
            Why.OTHER_STATEMENT,
            "(?i)^\\s*(OFXHEADER:|<\\?xml[^>]*>\\s*<\\?OFX|<\\?OFX|<OFX>)"),
    QIF("QIF (Quicken)", Why.OTHER_STATEMENT, "(?i)^\\s*!(Type|Account|Option):"),
    CODA("CODA, the Belgian banks' statement", Why.OTHER_STATEMENT, "^0000[0-9]{6}[0-9]{3}[0-9 ]{2}"),
    CFONB("CFONB 120, the French banks' statement", Why.OTHER_STATEMENT, "^01[0-9]{5}    [0-9A-Z ]{5}[A-Z]{3}[0-9 ]"),
    NORMA_43(
            "Norma 43, the Spanish banks' statement",
            Why.OTHER_STATEMENT,
            "^11[0-9]{18}[0-9]{12}[12][0-9]{14}[0-9]{3}"),
    TITO("TITO, the Finnish banks' statement", Why.OTHER_STATEMENT, "^T00322[0-9]"),
    LOCKBOX("a BAI lockbox file", Why.LOCKBOX, "^100[0-9A-Z ]{20}[0-9]{10}\\s*\\R[25]"),
    NACHA("a NACHA file (ACH)", Why.ORDER, "^101[^\\r\\n]{28,36}094101"),
    NACHA_PIECE(
            "a piece of a NACHA file (ACH) without its file header",
            Why.ORDER,
            "^(5(200|220|225|280)|6(2[1-8]|3[1-8]|5[1-5])[0-9]{9})[^\\r\\n]{60,}"),
    BGMAX("BgMax, the Swedish payments file", Why.OTHER_STATEMENT, "^01BGMAX"),
    NETS("a Norwegian payments file (OCR giro, Avtalegiro)", Why.OTHER_STATEMENT, "^NY0000[0-9]{2}"),
    DTAUS("DTAUS, the old German payment order", Why.ORDER, "^0128A[LG]"),
    X12("an X12 interchange (820, 823 …)", Why.EDI, "^\\s*ISA[^A-Za-z0-9\\s]"),
    EDIFACT("an EDIFACT interchange (REMADV, CREMUL …)", Why.EDI, "^\\s*(UNA.{6}|UNB\\+)"),
    TRADACOMS("a TRADACOMS interchange", Why.EDI, "^\\s*STX[=+]"),
    SWIFT_PAYMENT(
            "a single SWIFT payment message (MT1xx, MT2xx, MT9x0)",
            Why.ORDER,
            "(?s)^\\s*\\{1:F01.*?\\{2:[IO](?!94[0-2]|950|971)[0-9]{3}"),
    SWIFT_PAYMENT_BARE(
            "a single SWIFT payment message (MT103 …)",
            Why.ORDER,
            "(?ms)\\A(?!.*^:(25|60F|28C?|61|86):).*^:20:.*^:32A:"),
    BAI_WITHOUT_HEADER(
            "a piece of a BAI2 file without its file header (record 01)",
            Why.PIECE,
            "^(00|02|03|16|49|88|98|99),[^\\r\\n]*/\\s*(\\R|$)"),
    JSON("JSON", Why.NOT_A_STATEMENT, "^\\s*[\\[{]\\s*[\"\\[{\\]}]"),
    CSV("a table of text (CSV)", Why.TABLE, "^[^\\r\\n]*([,;\\t|])[^\\r\\n]*\\1[^\\r\\n]*(\\R|$)"),
    PAIN_ORDER("an ISO 20022 payment order (pain.001)", Why.ORDER, "", "CstmrCdtTrfInitn", "pain\\.001"),
    PAIN_STATUS("an ISO 20022 status report on orders (pain.002)", Why.STATUS, "", "CstmrPmtStsRpt", "pain\\.002"),
    PAIN_DEBIT("an ISO 20022 direct debit order (pain.008)", Why.ORDER, "", "CstmrDrctDbtInitn", "pain\\.008"),
    PAIN(
            "another ISO 20022 message to a bank (pain)",
            Why.ORDER,
            "",
            "MndtInitnReq",
            "CdtrPmtActvtnReq",
            "CstmrPmtRvsl",
            "pain\\."),
    PACS(
            "an ISO 20022 message between banks (pacs)",
            Why.BETWEEN_BANKS,
            "",
            "FIToFI",
            "FICdtTrf",
            "FinInstnCdtTrf",
            "PmtRtr",
            "FIDrctDbt",
            "pacs\\."),
    CAMT_OTHER(
            "an ISO 20022 message about a payment or an account, not a statement (camt)",
            Why.STATUS,
            "",
            "RsltnOfInvstgtn",
            "CstmrPmtCxlReq",
            "AcctRptgReq",
            "NtfctnToRcv",
            "BkSvcsBllgStmt",
            "UblToApply",
            "ClmNonRct",
            "DbtAuthstnReq"),
    OFX_XML("OFX (Open Financial Exchange)", Why.OTHER_STATEMENT, "", "OFX"),
    INVOICE(
            "an electronic invoice",
            Why.NOT_A_STATEMENT,
            "",
            "Invoice",
            "CreditNote",
            "CrossIndustryInvoice",
            "FatturaElettronica"),
    WORKBOOK("an Excel workbook as XML", Why.TABLE, "", "Workbook", "worksheet"),
    HTML_XML("a web page (HTML)", Why.PAPER, "", "html", "HTML"),
    UNKNOWN_XML("an XML file of a kind that is not known here", Why.NOT_A_STATEMENT, ""),
    UNKNOWN("a file of a kind that is not known here", Why.NOT_A_STATEMENT, "");

    /** Why such a file cannot be read as a statement, and what helps. */
    private enum Why {
        PACKED("its content is packed", "Unpack it and feed the files in it one by one"),
        TABLE(
                "a table is not a bank statement: it does not say which account it is about, nor its balances",
                "Feed it as a table of payments, or ask the bank for camt.053, MT940 or BAI2"),
        PAPER("it is made for people to read", "Ask the bank for camt.053, MT940 or BAI2"),
        OTHER_STATEMENT("this form of statement is not read here", "Ask the bank for camt.053, MT940 or BAI2"),
        LOCKBOX("it lists cheques of a lockbox and no account movements", "Feed it as a lockbox file"),
        ORDER("it orders payments and does not say what was booked", "Ask the bank for camt.053, MT940 or BAI2"),
        STATUS("it reports on orders or questions and does not say what was booked", "Ask the bank for camt.053"),
        BETWEEN_BANKS("it travels between banks and does not say what was booked", "Ask the bank for camt.053"),
        EDI("it is a message between companies", "Feed it as a remittance advice or an invoice"),
        PIECE(
                "without its header it does not say whose it is and in which currency",
                "Ask the bank for the whole file"),
        NOT_A_STATEMENT("it is not a bank statement", "Ask the bank for camt.053, MT940 or BAI2");

        private final String reason;
        private final String remedy;

        Why(String reason, String remedy) {
            this.reason = reason;
            this.remedy = remedy;
        }
    }

    private final String description;
    private final Why why;
    private final @Nullable Pattern start;
    private final @Nullable Pattern element;

    KnownFile(String description, Why why, String start, String... elements) {
        this.description = description;
        this.why = why;
        this.start = start.isEmpty() ? null : Pattern.compile(start);
        this.element = elements.length == 0 ? null : Pattern.compile("^(" + String.join("|", elements) + ")");
    }

    /**
     * The kind of file that begins so; {@link #UNKNOWN} where none does.
     *
     * @param start the first bytes, as Latin-1, without a byte order mark
     */
    static KnownFile ofStart(String start) {
        for (KnownFile kind : values()) {
            if (kind.start != null && kind.start.matcher(start).find()) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** The kind of XML file that holds such an element; null where it says nothing. */
    static @Nullable KnownFile ofElement(String localName) {
        for (KnownFile kind : values()) {
            if (kind.element != null && kind.element.matcher(localName).find()) {
                return kind;
            }
        }
        return null;
    }

    Finding refusal(long line, String excerpt) {
        return new Finding(line, "", excerpt, "This is %s; %s".formatted(description, why.reason), why.remedy);
    }
}
