package org.quittance.collections.call;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseView;
import org.quittance.collections.decision.AccountNext;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.call.CallScript;
import org.quittance.core.call.Concession;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.ledger.CustomerView;

/**
 * A prepared call: what is owed and promised, what was last said, whom to ring, what to ask and what may be conceded.
 *
 * @param accounts those of the customer that the viewer works, the one that the call is about first
 * @param contacts everybody with a telephone number, those who may be called now first, wrong numbers last
 * @param lastTalk the last conversation or visit; null where there was none
 * @param concession for all that is overdue on the accounts and left for us to ask for
 */
public record CallCard(
        CustomerView customer,
        LocalDate asOf,
        List<Account> accounts,
        List<Reachable> contacts,
        @Nullable Talk lastTalk,
        Concession concession) {

    public CallCard {
        accounts = List.copyOf(accounts);
        contacts = List.copyOf(contacts);
    }

    /** One account: where it stands, how it pays, what was promised on it. */
    public record Account(
            CustomerView.Account account,
            AccountNext next,
            PaymentBehaviour behaviour,
            CallScript script,
            List<PromiseView> promises) {

        private static final int PROMISES_SHOWN = 4;

        public Account {
            promises = List.copyOf(promises);
        }

        /** Those that fall due last. */
        public List<PromiseView> latestPromises() {
            return promises.stream()
                    .sorted(Comparator.comparing((PromiseView promise) ->
                                    promise.check().promise().dueOn())
                            .thenComparingLong(
                                    promise -> promise.check().promise().id().value())
                            .reversed())
                    .limit(PROMISES_SHOWN)
                    .toList();
        }

        /** How many more there are. */
        public int earlierPromises() {
            return Math.max(0, promises.size() - PROMISES_SHOWN);
        }
    }

    /**
     * Somebody to ring, and what the contact gate would say to it now. Only a dialling asks it, and is kept.
     *
     * @param consent the person's last word about being called; null where there is none
     * @param wrong since when the number is known to be somebody else's; null where it is not
     */
    public record Reachable(
            CustomerView.Contact contact,
            ContactVerdict verdict,
            @Nullable Consent consent,
            WrongNumbers.@Nullable Found wrong) {

        public boolean isFree() {
            return verdict instanceof ContactVerdict.Go;
        }

        /** Why not now; empty where they may be called. */
        public String why() {
            return switch (verdict) {
                case ContactVerdict.Go _ -> "";
                case ContactVerdict.Later(var _, var _, var why) -> why;
                case ContactVerdict.Refused(var _, var why) -> why;
            };
        }
    }

    /**
     * What was last said.
     *
     * @param with null where nobody noted with whom
     */
    public record Talk(Activity activity, @Nullable String with) {}

    /** What a promise would most likely be for: what of the first account may be chased, in its first such currency; null where nothing is. */
    public @Nullable Money offer() {
        if (accounts.getFirst().next().standing().handOver().isPresent()) {
            return null;
        }
        return accounts.getFirst().next().standing().currencies().stream()
                .map(currency -> currency.chaseable())
                .filter(Money::isPositive)
                .findFirst()
                .orElse(null);
    }
}
