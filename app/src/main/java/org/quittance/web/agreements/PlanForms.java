package org.quittance.web.agreements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PlanWish;
import org.quittance.core.agreement.Interval;
import org.quittance.core.ledger.ItemId;
import org.quittance.web.page.Typed;

/** Reads the part of the form that proposes a plan. */
final class PlanForms {

    private static final int USUAL_INSTALMENTS = 3;

    private PlanForms() {}

    /** What the form proposes, or what cannot be read of it. */
    sealed interface Read {
        record Wish(PlanWish wish) implements Read {}

        record Unreadable(String field, String sentence) implements Read {}
    }

    static Read read(AgreementForm form, LocalDate today) {
        BigDecimal percent = number(form.percent());
        if (percent == null || percent.signum() < 0) {
            return new Read.Unreadable(
                    "percent", form.percent() + " is no rate of interest; enter a number such as 8.5.");
        }
        BigDecimal fee = number(form.fee());
        if (fee == null || fee.signum() < 0) {
            return new Read.Unreadable("fee", form.fee() + " is no amount; enter a number such as 25.00.");
        }
        List<PlanWish.Part> parts = new ArrayList<>();
        for (String line : Typed.text(form.parts()).lines().toList()) {
            PlanWish.Part part = part(line);
            if (part == null) {
                return new Read.Unreadable(
                        "parts", "\"" + line + "\" is no instalment; write a day and an amount: 2026-04-15 500.00.");
            }
            parts.add(part);
        }
        if (!parts.isEmpty() && percent.signum() > 0) {
            return new Read.Unreadable(
                    "percent", "Where instalments are agreed one by one, enter the interest agreed as a fee.");
        }
        PlanWish.Instalments instalments = parts.isEmpty()
                ? new PlanWish.Instalments.Equal(
                        form.count() == null ? USUAL_INSTALMENTS : form.count(),
                        form.first() == null ? today.plusMonths(1) : form.first(),
                        form.interval() == null ? Interval.MONTHLY : form.interval())
                : new PlanWish.Instalments.OneByOne(parts);
        return new Read.Wish(new PlanWish(
                form.items().stream().map(ItemId::of).toList(), instalments, percent, fee, Typed.text(form.note())));
    }

    private static PlanWish.@Nullable Part part(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length != 2) {
            return null;
        }
        try {
            BigDecimal amount = number(words[1]);
            return amount == null ? null : new PlanWish.Part(LocalDate.parse(words[0]), amount);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Nothing typed is zero; null where it is no number. */
    private static @Nullable BigDecimal number(@Nullable String typed) {
        String text = Typed.text(typed);
        return text.isEmpty() ? BigDecimal.ZERO : Typed.number(text).orElse(null);
    }
}
