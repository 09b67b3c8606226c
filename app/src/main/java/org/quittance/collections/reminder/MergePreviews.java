package org.quittance.collections.reminder;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.collections.contact.ContactBlocks;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.Template;
import org.quittance.correspondence.letter.Texts;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows words that nobody has adopted yet with what a customer really owes, before a letter has them. */
@Service
public class MergePreviews {

    private static final int DAYS_TO_PAY = 7;

    private final ContactBlocks customers;
    private final AccountStatements statements;
    private final BusinessClock clock;

    MergePreviews(ContactBlocks customers, AccountStatements statements, BusinessClock clock) {
        this.customers = customers;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * The letter that a customer would get today; empty where the viewer sees no such customer, or nothing that it owes belongs into such a
     * letter.
     *
     * @param customer a number, or a name that one customer alone has
     */
    @Transactional(readOnly = true)
    public Optional<LetterContent> of(Template template, Texts texts, String customer, Viewer viewer) {
        LocalDate today = clock.today();
        return customers.customer(customer, viewer).flatMap(id -> switch (statements.draft(id, today, viewer)) {
            case StatementDraft.Ready ready -> ready.content().on(template, texts, today.plusDays(DAYS_TO_PAY));
            case StatementDraft.Impossible _ -> Optional.empty();
        });
    }
}
