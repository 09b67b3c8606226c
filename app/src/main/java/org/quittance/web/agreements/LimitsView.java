package org.quittance.web.agreements;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.AuthorityBook.Version;
import org.quittance.core.agreement.AuthorityLimits;
import org.quittance.core.agreement.Ceiling;
import org.quittance.core.agreement.Ceiling.AnyAmount;
import org.quittance.core.agreement.Ceiling.UpTo;
import org.quittance.core.money.Money;
import org.quittance.web.page.Format;
import org.quittance.web.page.Problems;

/**
 * The authority limits that hold, the form that changes them, and who has adopted which.
 *
 * @param own what the viewer may give up alone, and who approves more, in words
 */
public record LimitsView(
        AuthorityLimits limits, String own, LimitsForm form, List<Version> versions, Problems problems) {

    public LimitsView {
        versions = List.copyOf(versions);
    }

    /** The version that holds; null where the standard does. */
    public @Nullable Version current() {
        return versions.isEmpty() ? null : versions.getFirst();
    }

    public static String amount(Ceiling ceiling, Format format) {
        return switch (ceiling) {
            case UpTo(Money most) -> ceiling.isNothing() ? "nothing" : format.money(most);
            case AnyAmount() -> "any amount";
        };
    }
}
