package org.quittance.core.collections;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;

/**
 * Everything that the next action about an account depends on, as the modules that own it say. It is put together by {@link #about}, which takes what is
 * not said as not being there.
 *
 * @param items the open items, credits among them; settled ones may be left out
 * @param promises those that were not withdrawn
 * @param receipts the money that came since the oldest of the promises was made
 * @param contacts what went to the customer; only the latest of each action matters
 * @param block an order not to contact
 * @param limit how much the customer may owe; none where no limit was set
 * @param escalations those that wait for an answer
 * @param inForce what was approved and has not been lifted
 * @param refused what was refused lately and has not been asked for again
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
        List<RefusedEscalation> refused,
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
        refused = List.copyOf(refused);
        outOfReach = Set.copyOf(outOfReach);
        unread = List.copyOf(unread);
        verdicts = List.copyOf(verdicts);
        namings = List.copyOf(namings);
    }

    /** The facts of an account, of which nothing is known yet. */
    public static Builder about(AccountId account) {
        return new Builder(account);
    }

    /** An account of which nothing but its items is known. */
    public static AccountFacts of(AccountId account, List<ItemFacts> items) {
        return about(account).items(items).build();
    }

    /** Facts by their names, as {@link AccountFacts} has them: none, unknown or empty until said. */
    public static final class Builder {

        private final AccountId account;
        private List<ItemFacts> items = List.of();
        private List<Promise> promises = List.of();
        private List<Receipt> receipts = List.of();
        private List<Contact> contacts = List.of();
        private Payer payer = Payer.UNKNOWN;
        private @Nullable ContactBlock block;
        private @Nullable Money limit;
        private List<OpenEscalation> escalations = List.of();
        private List<InForce> inForce = List.of();
        private List<RefusedEscalation> refused = List.of();
        private @Nullable PaymentPolicy paymentPolicy;
        private Set<Action> outOfReach = Set.of();
        private List<UnreadAnswer> unread = List.of();
        private @Nullable ChosenStep chosen;
        private List<StepVerdict> verdicts = List.of();
        private List<CreditNaming> namings = List.of();

        private Builder(AccountId account) {
            this.account = account;
        }

        public Builder items(List<ItemFacts> known) {
            items = known;
            return this;
        }

        public Builder promises(List<Promise> known) {
            promises = known;
            return this;
        }

        public Builder receipts(List<Receipt> known) {
            receipts = known;
            return this;
        }

        public Builder contacts(List<Contact> known) {
            contacts = known;
            return this;
        }

        public Builder payer(Payer known) {
            payer = known;
            return this;
        }

        public Builder block(@Nullable ContactBlock known) {
            block = known;
            return this;
        }

        public Builder limit(@Nullable Money known) {
            limit = known;
            return this;
        }

        public Builder escalations(List<OpenEscalation> known) {
            escalations = known;
            return this;
        }

        public Builder inForce(List<InForce> known) {
            inForce = known;
            return this;
        }

        public Builder refused(List<RefusedEscalation> known) {
            refused = known;
            return this;
        }

        public Builder paymentPolicy(@Nullable PaymentPolicy known) {
            paymentPolicy = known;
            return this;
        }

        public Builder outOfReach(Set<Action> known) {
            outOfReach = known;
            return this;
        }

        public Builder unread(List<UnreadAnswer> known) {
            unread = known;
            return this;
        }

        public Builder chosen(@Nullable ChosenStep known) {
            chosen = known;
            return this;
        }

        public Builder verdicts(List<StepVerdict> known) {
            verdicts = known;
            return this;
        }

        public Builder namings(List<CreditNaming> known) {
            namings = known;
            return this;
        }

        public AccountFacts build() {
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
                    refused,
                    paymentPolicy,
                    outOfReach,
                    unread,
                    chosen,
                    verdicts,
                    namings);
        }
    }
}
