package org.quittance.demo;

import java.time.LocalDate;
import org.quittance.core.ledger.ItemKind;

/**
 * A document that an ERP has issued.
 *
 * @param minor signed: invoices positive, credit notes negative
 * @param order the customer's purchase order
 * @param memo what it is for; on a credit note the invoice that it corrects
 */
public record Bill(
        DemoAccount account,
        ItemKind kind,
        String document,
        LocalDate date,
        LocalDate due,
        long minor,
        String order,
        String memo) {}
