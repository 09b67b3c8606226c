package org.quittance.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented customer.
 *
 * @param parentNumber the customer that owns it; null at the top
 * @param payerNumber the customer that pays for it; null where it pays for itself
 * @param bankAccount from which its payments come
 */
public record DemoCustomer(
        String number,
        String name,
        String country,
        String language,
        String timeZone,
        String segment,
        String address,
        Size size,
        PayerCharacter character,
        @Nullable String parentNumber,
        @Nullable String payerNumber,
        String bankAccount,
        List<DemoContact> contacts) {

    public DemoCustomer {
        contacts = List.copyOf(contacts);
    }

    /** Whose money comes when this customer's invoices are paid. */
    String paidBy() {
        return payerNumber == null ? number : payerNumber;
    }

    /** How much business a customer does: invoices a month, and what one is for. */
    enum Size {
        SMALL(0.4, 1.5, 180_00, 2_400_00),
        MEDIUM(3.1, 6.6, 600_00, 6_500_00),
        LARGE(10, 19, 1_400_00, 14_000_00);

        final double leastInvoices;
        final double mostInvoices;
        final int leastMinor;
        final int mostMinor;

        Size(double leastInvoices, double mostInvoices, int leastMinor, int mostMinor) {
            this.leastInvoices = leastInvoices;
            this.mostInvoices = mostInvoices;
            this.leastMinor = leastMinor;
            this.mostMinor = mostMinor;
        }
    }
}
