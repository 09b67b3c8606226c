package org.quittance.formats.remittance;

import java.util.Map;
import java.util.stream.Collectors;

/** The words of ACH return reason codes and change codes (Nacha Operating Rules, appendix four and five, in short). */
public final class AchCodes {

    private static final Map<String, String> WORDS =
            """
            R01 Insufficient funds
            R02 Account closed
            R03 No account, or unable to locate it
            R04 Invalid account number
            R05 Unauthorised debit to a consumer's account under a corporate code
            R06 Returned at the request of the bank that sent it
            R07 Authorisation revoked by the customer
            R08 Payment stopped
            R09 Uncollected funds
            R10 The customer says that it was not authorised
            R11 Not in accordance with the authorisation
            R12 Account sold to another bank
            R13 Invalid routing number
            R14 Representative payee deceased or unable to continue
            R15 Beneficiary or account holder deceased
            R16 Account frozen, or returned under instructions of the authorities
            R17 File record edit criteria
            R18 Improper effective entry date
            R19 Amount field error
            R20 Not a transaction account
            R21 Invalid company identification
            R22 Invalid individual identification
            R23 Credit refused by the receiver
            R24 Duplicate entry
            R25 Addenda error
            R26 Mandatory field error
            R27 Trace number error
            R28 Check digit of the routing number is wrong
            R29 The company says that it was not authorised
            R30 Bank does not take part in check truncation
            R31 Permissible return (CCD and CTX only)
            R32 Bank cannot settle
            R33 Return of an XCK entry
            R34 Limited participation of the bank
            R35 Return of an improper debit entry
            R36 Return of an improper credit entry
            R37 Source document presented for payment
            R38 Payment stopped on the source document
            R39 Improper source document
            R50 State law forbids the return fee
            R51 The item is not eligible for re-presentment
            R52 Payment stopped on the re-presented item
            R53 Item and re-presented entry both presented
            R80 Cross-border coding error
            R81 The bank takes no part in cross-border entries
            R82 Invalid identification of the foreign bank
            R83 The foreign bank cannot settle
            R84 Not processed by the gateway
            R85 Outbound international payment was coded wrongly
            C01 Corrected account number
            C02 Corrected routing number
            C03 Corrected routing and account number
            C04 Corrected name
            C05 Corrected transaction code
            C06 Corrected account number and transaction code
            C07 Corrected routing number, account number and transaction code
            C08 Corrected identification of the foreign bank
            C09 Corrected individual identification
            C10 Corrected company name
            C11 Corrected company identification
            C12 Corrected company name and identification
            C13 Addenda format error
            C14 Wrong class for an outbound international payment
            """.lines().collect(Collectors.toUnmodifiableMap(line -> line.substring(0, 3), line -> line.substring(4)));

    private AchCodes() {}

    /** A code that is not known stands for itself. */
    public static String withWords(String code) {
        String words = WORDS.get(code);
        return words == null ? code : code + " " + words;
    }

    static boolean isKnown(String code) {
        return WORDS.containsKey(code);
    }
}
