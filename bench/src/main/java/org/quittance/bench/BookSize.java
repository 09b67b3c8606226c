package org.quittance.bench;

/**
 * How large a book is, and how its parts relate: {@code new BookSize(1_000_000, 4)} has a million open items of 100,000 customers and
 * four million settled ones.
 *
 * @param openItems what is open
 * @param settledFactor settled items, payments among them, for each open one
 */
record BookSize(int openItems, int settledFactor) {

    private static final int OPEN_ITEMS_OF_A_CUSTOMER = 10;
    private static final int CUSTOMERS_WITH_ONE_SECOND_ACCOUNT = 20;
    private static final int CUSTOMERS_OF_A_COLLECTOR = 2_500;
    /** Four invoices and the payment that settled them. */
    private static final int ITEMS_OF_A_SETTLED_GROUP = 5;

    private static final int OPEN_ITEMS_TO_A_PAYMENT = 10;
    private static final int MOST_PAYMENTS = 10_000;

    BookSize {
        if (openItems < 100 || settledFactor < 0) {
            throw new IllegalArgumentException(
                    "%d open items with %d settled for each: a book has at least 100 open items"
                            .formatted(openItems, settledFactor));
        }
    }

    int customers() {
        return openItems / OPEN_ITEMS_OF_A_CUSTOMER;
    }

    int accounts() {
        return customers() + customers() / CUSTOMERS_WITH_ONE_SECOND_ACCOUNT;
    }

    int portfolios() {
        return 1 + customers() / CUSTOMERS_OF_A_COLLECTOR;
    }

    int settledGroups() {
        return Math.toIntExact((long) openItems * settledFactor / ITEMS_OF_A_SETTLED_GROUP);
    }

    /** The lines of the statement that is matched. */
    int payments() {
        return Math.min(MOST_PAYMENTS, openItems / OPEN_ITEMS_TO_A_PAYMENT);
    }
}
