package org.quittance.web.cash;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.MatchPolicies.Version;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchPolicy.Allowance;
import org.quittance.core.cash.MatchPolicy.Limits;
import org.quittance.core.money.Money;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Format;
import org.quittance.web.page.Problems;

/**
 * The match policy of one legal entity.
 *
 * @param entity null where there is none yet
 * @param current the version that is valid today; null where the standard is
 */
public record PolicyView(
        List<LegalEntity> entities,
        @Nullable LegalEntity entity,
        @Nullable Integer current,
        PolicyForm form,
        List<Version> versions,
        Problems problems) {

    public PolicyView {
        entities = List.copyOf(entities);
        versions = List.copyOf(versions);
    }

    static PolicyView nothing() {
        PolicyForm form = PolicyForm.of(0, LocalDate.EPOCH, MatchPolicy.standard(), Currency.getInstance("EUR"));
        return new PolicyView(List.of(), null, null, form, List.of(), Problems.none());
    }

    public boolean isAllowed(Allowance allowance) {
        return form.allowed().contains(allowance.name());
    }

    public static String label(Allowance allowance) {
        return switch (allowance) {
            case PART_PAYMENT -> "Less than the items named: the rest stays open";
            case OVERPAYMENT -> "More than the items named: the rest goes on account";
            case AMOUNT_ALONE -> "A known payer and an amount that one item alone has";
            case CREDIT_NOTE_TAKEN -> "A credit note that is taken without being named";
            case SUBSET -> "The only set of items that has the sum";
        };
    }

    /** What holds where nothing was ever adopted, in the entity's currency. */
    public static String standard(LegalEntity entity, Format format) {
        MatchPolicy standard = MatchPolicy.standard();
        Currency currency = Currency.getInstance(entity.currency());
        return "applied from %s, a tolerance of %s and at most %s, of which %s is given up, and no discount"
                .formatted(
                        format.percent(BigDecimal.valueOf(standard.applyFrom())),
                        format.percent(BigDecimal.valueOf(standard.tolerancePerMillion(), 6)),
                        format.money(Money.ofMinor(standard.limits().toleranceMinor(), currency)),
                        format.money(Money.ofMinor(standard.limits().smallDifferenceMinor(), currency)));
    }

    /** {@code EUR 50.00, of which 1.00 small}. */
    public static String limits(Version version, Format format) {
        Map<Currency, Limits> limits = version.policy().limitsByCurrency();
        return limits.entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getKey().getCurrencyCode()))
                .map(one -> "%s tolerated, given up: %s small, %s charges, %s exchange"
                        .formatted(
                                format.money(Money.ofMinor(one.getValue().toleranceMinor(), one.getKey())),
                                format.amount(Money.ofMinor(one.getValue().smallDifferenceMinor(), one.getKey())),
                                format.amount(Money.ofMinor(one.getValue().bankChargeMinor(), one.getKey())),
                                format.amount(Money.ofMinor(one.getValue().exchangeDifferenceMinor(), one.getKey()))))
                .collect(Collectors.joining("; "));
    }

    public static String allowed(Set<Allowance> allowed) {
        return allowed.size() == Allowance.values().length
                ? "everything"
                : allowed.stream().sorted().map(PolicyView::label).collect(Collectors.joining("; "));
    }
}
