package org.quittance.web.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.call.CallCard;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeDraft;
import org.quittance.web.customers.CallForm;
import org.quittance.web.page.Typed;
import org.springframework.util.MultiValueMap;

/**
 * What was promised and disputed in a call, as typed: an amount for each currency, {@code amount-EUR}, and for each item that is marked,
 * {@code disputed-4711}. An empty amount is no promise.
 *
 * @param texts what was typed, by field
 * @param items those that are marked as disputed
 * @param covered those that are marked as what the promise is for
 * @param reason why they are disputed; null where none is chosen yet
 */
public record CallSaid(
        Map<String, String> texts,
        Set<Long> items,
        Set<Long> covered,
        @Nullable DisputeReason reason) {

    private static final String PROMISED = "amount-";
    private static final String DISPUTED = "disputed-";
    private static final String REASON = "reason";

    /** The field of the items that a promise is for. */
    public static final String COVERED = "covered";

    public CallSaid {
        texts = Map.copyOf(texts);
        items = Set.copyOf(items);
        covered = Set.copyOf(covered);
    }

    static CallSaid nothing() {
        return new CallSaid(Map.of(), Set.of(), Set.of(), null);
    }

    static CallSaid of(MultiValueMap<String, String> fields) {
        Map<String, String> texts = fields.toSingleValueMap().entrySet().stream()
                .filter(field -> field.getKey().startsWith(PROMISED)
                        || field.getKey().startsWith(DISPUTED)
                        || field.getKey().equals(REASON))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        String reason = texts.getOrDefault(REASON, "");
        return new CallSaid(
                texts,
                numbers(fields, "item"),
                numbers(fields, COVERED),
                reason.isEmpty() ? null : DisputeReason.valueOf(reason));
    }

    private static Set<Long> numbers(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    public static String promisedIn(String currency) {
        return PROMISED + currency;
    }

    public static String disputedOf(long item) {
        return DISPUTED + item;
    }

    /** What was typed into a field; null where it was not asked for. */
    public @Nullable String text(String field) {
        return texts.get(field);
    }

    /** Whether the form that asks what is disputed was sent, be it empty. */
    boolean saysWhatIsDisputed() {
        return texts.containsKey(REASON);
    }

    /**
     * What was promised, one promise for each currency, for the marked items of that currency; empty where there is none, or one that cannot be
     * read.
     */
    Optional<List<PromiseDraft>> promises(CallCard.Account account, CallForm form) {
        LocalDate due = form.due();
        List<PromiseDraft> promises = new ArrayList<>();
        for (Map.Entry<String, String> typed : texts.entrySet()) {
            String text = Typed.text(typed.getValue());
            if (!typed.getKey().startsWith(PROMISED) || text.isEmpty()) {
                continue;
            }
            Optional<Money> amount = Typed.currency(typed.getKey().substring(PROMISED.length()))
                    .flatMap(currency -> Typed.amount(text, currency));
            if (due == null || amount.isEmpty()) {
                return Optional.empty();
            }
            promises.add(new PromiseDraft(
                    AccountId.of(account.account().id()),
                    amount.get(),
                    due,
                    covered(account, amount.get().currency()),
                    form.contact(),
                    Typed.text(form.note()),
                    form.repeated()));
        }
        return promises.isEmpty() ? Optional.empty() : Optional.of(promises);
    }

    private List<ItemId> covered(CallCard.Account account, Currency currency) {
        return account.next().standing().items().stream()
                .filter(item -> item.currency().equals(currency))
                .map(item -> item.item().id())
                .filter(item -> covered.contains(item.value()))
                .toList();
    }

    /** What is disputed of the marked items; empty where none is marked, or an amount cannot be read. */
    Optional<List<DisputeDraft>> disputes(CallDispute asked, DisputeReason because, String words) {
        List<DisputeDraft> disputes = new ArrayList<>();
        for (CallDispute.Item item : asked.items()) {
            if (items.contains(item.line().id())) {
                Optional<Money> amount = Typed.amount(
                        Typed.text(text(disputedOf(item.line().id()))),
                        item.rest().currency());
                if (amount.isEmpty()) {
                    return Optional.empty();
                }
                disputes.add(new DisputeDraft(item.line().id(), amount.get(), because, words, null, null));
            }
        }
        return disputes.isEmpty() ? Optional.empty() : Optional.of(disputes);
    }
}
