package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;

/**
 * Everything that the next action about an account depends on, as the modules that own it say.
 *
 * @param items the open items, credits among them; settled ones may be left out
 * @param promises those that were not withdrawn
 * @param receipts the money that came since the oldest of the promises was made
 * @param contacts what went to the customer; only the latest of each action matters
 * @param block an order not to contact
 * @param limit how much the customer may owe; none where no limit was set
 * @param escalations those that wait for an answer
 * @param inForce what was approved and has not been lifted
 * @param paymentPolicy by which the customer pays as agreed; none where it pays by its terms
 * @param outOfReach actions by which nobody there can be reached, such as a text message where no mobile number is known; such steps are passed
 *     over
 * @param unread what the customer has written that nobody has read, the first that came first
 * @param chosen the step that a person has chosen last; none where nobody has
 * @param verdicts what was said to steps that need approval, the latest last
 * @param namings which of the debits its credits name
 */
public record AccountFacts(
        AccountId account,
        List<ItemFacts> items,
        List<Promise> promises,
        List<Receipt> receipts,
        List<Contact> contacts,
        Payer payer,
        @Nullable ContactBlock block,
        @Nullable Money limit,
        List<OpenEscalation> escalations,
        List<InForce> inForce,
        @Nullable PaymentPolicy paymentPolicy,
        Set<Action> outOfReach,
        List<UnreadAnswer> unread,
        @Nullable ChosenStep chosen,
        List<StepVerdict> verdicts,
        List<CreditNaming> namings) {

    public AccountFacts {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(payer, "payer");
        items = List.copyOf(items);
        promises = List.copyOf(promises);
        receipts = List.copyOf(receipts);
        contacts = List.copyOf(contacts);
        escalations = List.copyOf(escalations);
        inForce = List.copyOf(inForce);
        outOfReach = Set.copyOf(outOfReach);
        unread = List.copyOf(unread);
        verdicts = List.copyOf(verdicts);
        namings = List.copyOf(namings);
    }

    /** The facts of an account that pays by its terms, and whose customer has written nothing that is not read. */
    public AccountFacts(
            AccountId account,
            List<ItemFacts> items,
            List<Promise> promises,
            List<Receipt> receipts,
            List<Contact> contacts,
            Payer payer,
            @Nullable ContactBlock block,
            @Nullable Money limit,
            List<OpenEscalation> escalations,
            List<InForce> inForce) {
        this(
                account,
                items,
                promises,
                receipts,
                contacts,
                payer,
                block,
                limit,
                escalations,
                inForce,
                null,
                Set.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /** The facts of an account whose credits name nothing. */
    public AccountFacts(
            AccountId account,
            List<ItemFacts> items,
            List<Promise> promises,
            List<Receipt> receipts,
            List<Contact> contacts,
            Payer payer,
            @Nullable ContactBlock block,
            @Nullable Money limit,
            List<OpenEscalation> escalations,
            List<InForce> inForce,
            @Nullable PaymentPolicy paymentPolicy,
            Set<Action> outOfReach,
            List<UnreadAnswer> unread,
            @Nullable ChosenStep chosen,
            List<StepVerdict> verdicts) {
        this(
                account,
                items,
                promises,
                receipts,
                contacts,
                payer,
                block,
                limit,
                escalations,
                inForce,
                paymentPolicy,
                outOfReach,
                unread,
                chosen,
                verdicts,
                List.of());
    }

    /** The same where the customer pays by a policy of its own. */
    public AccountFacts payingBy(@Nullable PaymentPolicy policy) {
        return new AccountFacts(
                account,
                items,
                promises,
                receipts,
                contacts,
                payer,
                block,
                limit,
                escalations,
                inForce,
                policy,
                outOfReach,
                unread,
                chosen,
                verdicts,
                namings);
    }

    /** The same where nobody can be reached by those actions. */
    public AccountFacts outOfReachOf(Set<Action> actions) {
        return new AccountFacts(
                account,
                items,
                promises,
                receipts,
                contacts,
                payer,
                block,
                limit,
                escalations,
                inForce,
                paymentPolicy,
                actions,
                unread,
                chosen,
                verdicts,
                namings);
    }

    /** The same where the customer has written what nobody has read. */
    public AccountFacts answered(List<UnreadAnswer> answers) {
        return new AccountFacts(
                account,
                items,
                promises,
                receipts,
                contacts,
                payer,
                block,
                limit,
                escalations,
                inForce,
                paymentPolicy,
                outOfReach,
                answers,
                chosen,
                verdicts,
                namings);
    }

    /** The same where a person has chosen another step than is proposed. */
    public AccountFacts choosing(@Nullable ChosenStep step) {
        return new AccountFacts(
                account,
                items,
                promises,
                receipts,
                contacts,
                payer,
                block,
                limit,
                escalations,
                inForce,
                paymentPolicy,
                outOfReach,
                unread,
                step,
                verdicts,
                namings);
    }

    /** The same where somebody has approved or declined steps. */
    public AccountFacts judged(List<StepVerdict> said) {
        return new AccountFacts(
                account,
                items,
                promises,
                receipts,
                contacts,
                payer,
                block,
                limit,
                escalations,
                inForce,
                paymentPolicy,
                outOfReach,
                unread,
                chosen,
                said,
                namings);
    }

    /** An account of which nothing but its items is known. */
    public static AccountFacts of(AccountId account, List<ItemFacts> items) {
        return new AccountFacts(
                account, items, List.of(), List.of(), List.of(), Payer.UNKNOWN, null, null, List.of(), List.of());
    }
}
