package org.quittance.formats.extract;

/** What a column of an extract can say about an item, a customer or a payment. */
public enum Field {
    /** The column says nothing that is taken. */
    IGNORED("not taken"),
    /** A number that the file itself gives its lines, to refer to them from outside. */
    ROW_ID("row id"),
    ENTITY("company code"),

    CUSTOMER_NUMBER("customer number"),
    CUSTOMER_NAME("customer name"),
    /** The customer who pays, where it is another one. */
    PAYER("payer"),
    EMAIL("e-mail"),
    PHONE("telephone"),
    /** To which text messages go. */
    MOBILE("mobile number"),
    STREET("street"),
    POSTAL_CODE("postal code"),
    CITY("city"),
    COUNTRY("country"),
    /** Of a country whose states have laws of their own. */
    STATE("state"),
    /** Who the customer is before the law: a company, a sole trader, a consumer. */
    TRAIT("kind of customer"),
    LANGUAGE("language"),
    TAX_NUMBER("tax number"),
    CREDIT_LIMIT("credit limit"),
    /** The account number at the company's bank that only this customer pays to. */
    VIRTUAL_ACCOUNT("virtual account"),

    DOCUMENT("document number"),
    DOCUMENT_LINE("document line"),
    FISCAL_YEAR("fiscal year"),
    DOCUMENT_TYPE("document type"),
    DOCUMENT_DATE("document date"),
    POSTING_DATE("posting date"),
    /** Where the days of the terms begin to run. */
    BASELINE_DATE("baseline date"),
    DUE_DATE("due date"),
    TERMS("terms of payment"),
    /** Days from the baseline date to the first discount; to the net date where the other two are empty. */
    TERMS_DAYS_1("days 1"),
    TERMS_DAYS_2("days 2"),
    TERMS_DAYS_3("days net"),
    /** The per cent that may be taken off within the first days. */
    TERMS_PERCENT_1("discount percentage 1"),

    CURRENCY("currency"),
    /** What the document is for, tax included; for payments what was paid. */
    ORIGINAL_AMOUNT("amount"),
    OPEN_AMOUNT("open amount"),
    NET_AMOUNT("net amount"),
    TAX_AMOUNT("tax amount"),
    DEBIT_AMOUNT("debit amount"),
    CREDIT_AMOUNT("credit amount"),
    /** The amount in the company's own currency; taken where no amount in the document's currency is told. */
    LOCAL_AMOUNT("amount in local currency"),
    LOCAL_CURRENCY("local currency"),
    DEBIT_CREDIT("debit/credit"),
    POSTING_KEY("posting key"),
    OPEN_FLAG("open or closed"),
    CLEARING_DOCUMENT("clearing document"),
    CLEARING_DATE("clearing date"),
    PAYMENT_BLOCK("payment block"),
    DISPUTED("disputed"),

    ASSIGNMENT("assignment"),
    REFERENCE("reference"),
    BILLING_DOCUMENT("billing document"),
    DELIVERY("delivery"),
    PURCHASE_ORDER("purchase order"),
    TEXT("text"),

    /** Of a remittance list: what the payer took off by terms. */
    DISCOUNT("discount"),
    /** Of a remittance list: what the payer took off for another reason. */
    DEDUCTION("deduction"),
    DEDUCTION_REASON("reason of the deduction"),

    /** Of a settlement report: what the processor keeps; some tell it in up to four parts. */
    FEE("fee"),
    FEE_2("fee, second part"),
    FEE_3("fee, third part"),
    FEE_4("fee, fourth part"),
    /** Of a settlement report: the payment's number at the processor. */
    TRANSACTION("transaction"),
    /** Of a settlement report: the transaction that a refund or chargeback takes back. */
    TAKEN_BACK_TRANSACTION("transaction taken back"),

    PAYER_NAME("name of the payer"),
    PAYER_ACCOUNT("account of the payer"),
    REMITTANCE_TEXT("remittance text"),
    VALUE_DATE("value date");

    private final String label;

    Field(String label) {
        this.label = label;
    }

    /** As a person would call the column. */
    public String label() {
        return label;
    }

    boolean isDate() {
        return switch (this) {
            case DOCUMENT_DATE, POSTING_DATE, BASELINE_DATE, DUE_DATE, CLEARING_DATE, VALUE_DATE -> true;
            default -> false;
        };
    }

    boolean isAmount() {
        return switch (this) {
            case ORIGINAL_AMOUNT,
                    OPEN_AMOUNT,
                    NET_AMOUNT,
                    TAX_AMOUNT,
                    DEBIT_AMOUNT,
                    CREDIT_AMOUNT,
                    LOCAL_AMOUNT,
                    DISCOUNT,
                    DEDUCTION,
                    FEE,
                    FEE_2,
                    FEE_3,
                    FEE_4,
                    CREDIT_LIMIT -> true;
            default -> false;
        };
    }
}
