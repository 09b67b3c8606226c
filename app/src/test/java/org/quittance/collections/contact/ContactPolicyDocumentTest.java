package org.quittance.collections.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.core.contact.ContactPolicy;

class ContactPolicyDocumentTest {

    @Test
    void copiesThatACustomerHasAskedForAreOutsideAlsoThePoliciesThatWereKeptBeforeTheyCouldBeSent() {
        ContactPolicy standard = ContactPolicy.standard();
        ContactPolicy before = new ContactPolicy(
                standard.callHours(),
                standard.messageHours(),
                standard.days(),
                standard.holidays(),
                standard.calls(),
                standard.messages(),
                standard.afterConversationDays(),
                standard.byHand(),
                Set.of("STATEMENT"),
                standard.personalSegments(),
                standard.lawsForAll(),
                standard.brake());
        assertThat(ContactPolicyDocument.of(before).policy().exemptTemplates())
                .containsExactlyInAnyOrder("STATEMENT", "INVOICE_COPIES");
        assertThat(ContactPolicyDocument.of(standard).policy()).isEqualTo(standard);
    }
}
