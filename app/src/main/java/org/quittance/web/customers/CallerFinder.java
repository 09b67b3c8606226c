package org.quittance.web.customers;

import java.util.HashMap;
import java.util.Map;
import org.quittance.collections.agreement.Plans;
import org.quittance.correspondence.PaymentReferences;
import org.quittance.ledger.LedgerReader;
import org.springframework.stereotype.Component;

/** Asks those who give numbers to letters and agreements whose a number is: a caller reads it out before they say who they are. */
@Component
class CallerFinder {

    private final PaymentReferences references;
    private final Plans plans;

    CallerFinder(PaymentReferences references, Plans plans) {
        this.references = references;
        this.plans = plans;
    }

    LedgerReader.Sought sought(String words) {
        Map<Long, String> led = new HashMap<>(references.whose(words));
        led.putAll(plans.whose(words));
        return new LedgerReader.Sought(words, led);
    }
}
