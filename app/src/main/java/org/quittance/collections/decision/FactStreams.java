package org.quittance.collections.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AccountKey;
import org.quittance.collections.AccountScope;
import org.quittance.collections.decision.FactQueries.AccountRow;
import org.quittance.collections.strategy.AccountCase;
import org.quittance.core.collections.AccountFacts;
import org.quittance.core.collections.ChosenStep;
import org.quittance.core.collections.Contact;
import org.quittance.core.collections.CreditNaming;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.ItemFacts;
import org.quittance.core.collections.OpenEscalation;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.Receipt;
import org.quittance.core.collections.RefusedEscalation;
import org.quittance.core.collections.StepVerdict;
import org.quittance.core.collections.UnreadAnswer;
import org.quittance.core.ledger.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers the facts of accounts: twelve streams, each in the order of the accounts, walked side by side. It is the same for one account as
 * for a million, so that what the night decides and what a posting decides cannot differ.
 */
@Component
public class FactStreams {

    private final FactQueries queries;

    FactStreams(FactQueries queries) {
        this.queries = queries;
    }

    /** Hands over every account of the scope that has open items, by bucket and number, in the snapshot of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(AccountScope scope, LocalDate asOf, Consumer<AccountCase> taker) {
        try (OrderedRows<ItemFacts> items = queries.items(scope);
                OrderedRows<AccountRow> accounts = queries.accounts(scope, asOf);
                OrderedRows<Promise> promises = queries.promises(scope, asOf);
                OrderedRows<Receipt> receipts = queries.receipts(scope, asOf);
                OrderedRows<Contact> contacts = queries.contacts(scope, asOf);
                OrderedRows<OpenEscalation> escalations = queries.escalations(scope);
                OrderedRows<InForce> inForce = queries.inForce(scope);
                OrderedRows<RefusedEscalation> refused = queries.refused(scope, asOf);
                OrderedRows<UnreadAnswer> unread = queries.unreadAnswers(scope);
                OrderedRows<ChosenStep> chosen = queries.chosen(scope, asOf);
                OrderedRows<StepVerdict> verdicts = queries.verdicts(scope, asOf);
                OrderedRows<CreditNaming> namings = queries.namings(scope)) {
            for (AccountKey key = items.next(); key != null; key = items.next()) {
                AccountRow account = only(accounts.of(key), key);
                AccountFacts facts = AccountFacts.about(AccountId.of(key.accountId()))
                        .items(items.of(key))
                        .promises(promises.of(key))
                        .receipts(receipts.of(key))
                        .contacts(contacts.of(key))
                        .payer(account.payer())
                        .block(account.block())
                        .limit(account.limit())
                        .escalations(escalations.of(key))
                        .inForce(inForce.of(key))
                        .refused(refused.of(key))
                        .paymentPolicy(account.paymentPolicy())
                        .outOfReach(account.outOfReach())
                        .unread(unread.of(key))
                        .chosen(latest(chosen.of(key)))
                        .verdicts(verdicts.of(key))
                        .namings(namings.of(key))
                        .build();
                taker.accept(new AccountCase(
                        key,
                        account.customerId(),
                        account.portfolioId(),
                        // Whoever put the account off did not know what the customer would write.
                        facts.unread().isEmpty() ? account.snoozedUntil() : null,
                        account.traits(),
                        facts));
            }
        }
    }

    private static @Nullable ChosenStep latest(List<ChosenStep> chosen) {
        return chosen.isEmpty() ? null : chosen.getLast();
    }

    private static AccountRow only(List<AccountRow> rows, AccountKey key) {
        if (rows.size() != 1) {
            throw new IllegalStateException("Account %d has open items in bucket %d and %d rows there"
                    .formatted(key.accountId(), key.bucket(), rows.size()));
        }
        return rows.getFirst();
    }
}
