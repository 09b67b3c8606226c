package org.quittance.demo;

import org.quittance.ledger.LegalEntity;

/** The legal entities of Halden &amp; Rowe. They share one customer master, so that a customer has the same number in all of them. */
public enum DemoEntity {
    UK(
            "HRUK",
            "Halden & Rowe Ltd",
            "GBP",
            "GB",
            "en",
            "14 Cutler's Wharf\nLeeds LS10 1QT\nUnited Kingdom",
            "GB84QTTA40102266018834",
            "QTTAGB2L",
            "sage",
            "INV-%06d",
            "CRN-%05d",
            "GB IE"),
    DE(
            "HRDE",
            "Halden & Rowe GmbH",
            "EUR",
            "DE",
            "de",
            "Hafenkontor 3\n50679 Köln\nDeutschland",
            "DE26009009004400117302",
            "QTTADEK1",
            "sap",
            "18000%05d",
            "16000%05d",
            "DE AT NL FR BE IT ES"),
    US(
            "HRUS",
            "Halden & Rowe Inc.",
            "USD",
            "US",
            "en",
            "2200 Depot Avenue\nColumbus, OH 43215\nUSA",
            "4417720093",
            "QTTAUS33",
            "oracle",
            "40%05d",
            "CM-%05d",
            "US CA");

    static final String CUSTOMER_MASTER = "main";

    private final String code;
    private final String companyName;
    private final String currency;
    private final String country;
    private final String language;
    private final String address;
    private final String bankAccount;
    private final String bic;
    private final String source;
    private final String invoicePattern;
    private final String creditPattern;
    private final String customersIn;

    DemoEntity(
            String code,
            String companyName,
            String currency,
            String country,
            String language,
            String address,
            String bankAccount,
            String bic,
            String source,
            String invoicePattern,
            String creditPattern,
            String customersIn) {
        this.code = code;
        this.companyName = companyName;
        this.currency = currency;
        this.country = country;
        this.language = language;
        this.address = address;
        this.bankAccount = bankAccount;
        this.bic = bic;
        this.source = source;
        this.invoicePattern = invoicePattern;
        this.creditPattern = creditPattern;
        this.customersIn = customersIn;
    }

    public String code() {
        return code;
    }

    public String companyName() {
        return companyName;
    }

    public String currency() {
        return currency;
    }

    String language() {
        return language;
    }

    public String bankAccount() {
        return bankAccount;
    }

    String bic() {
        return bic;
    }

    /** The ERP that keeps its documents. */
    String source() {
        return source;
    }

    String invoiceNumber(int running) {
        return invoicePattern.formatted(running);
    }

    String creditNumber(int running) {
        return creditPattern.formatted(running);
    }

    /** The entity whose customers are those of the country. */
    static DemoEntity at(String country) {
        for (DemoEntity entity : values()) {
            if (entity.customersIn.contains(country)) {
                return entity;
            }
        }
        throw new IllegalArgumentException("Nobody sells to " + country);
    }

    LegalEntity draft() {
        return new LegalEntity(
                0,
                code,
                companyName,
                currency,
                country,
                language,
                CUSTOMER_MASTER,
                address,
                "receivables@halden-rowe.example",
                bankAccount,
                bic);
    }
}
