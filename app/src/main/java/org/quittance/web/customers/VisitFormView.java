package org.quittance.web.customers;

import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

/** The form for a visit to a customer. */
public record VisitFormView(CustomerView customer, VisitForm form, Problems problems) {}
