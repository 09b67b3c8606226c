package org.quittance.web.cash;

import java.util.List;
import java.util.Map;
import org.quittance.cash.OpenCredit;
import org.quittance.cash.OwedDebit;
import org.quittance.disputes.DisputeLine;
import org.quittance.web.page.Problems;

/**
 * A credit note, or money on account that the ERP has told of, with what its account owes.
 *
 * @param typed amounts as somebody has typed them, by item; empty before they have
 * @param disputes that stand about what is owed, by item
 */
public record OpenCreditView(
        OpenCredit credit,
        List<OwedDebit> owed,
        Map<Long, String> typed,
        Map<Long, List<DisputeLine>> disputes,
        Problems problems) {

    public OpenCreditView {
        owed = List.copyOf(owed);
        typed = Map.copyOf(typed);
        disputes = Map.copyOf(disputes);
    }

    /** What stands in the field of an item: what was typed, else what is proposed. */
    public String amount(OwedDebit debit) {
        return problems.isEmpty()
                ? debit.isNamed() ? debit.proposed().toDecimal().toPlainString() : ""
                : typed.getOrDefault(debit.itemId(), "");
    }

    public List<DisputeLine> disputesOf(OwedDebit debit) {
        return disputes.getOrDefault(debit.itemId(), List.of()).stream()
                .filter(dispute -> dispute.isOpen() || dispute.awaitsCredit())
                .toList();
    }
}
