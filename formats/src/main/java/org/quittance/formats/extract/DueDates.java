package org.quittance.formats.extract;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemKind;

/**
 * Finds the day by which an item is due.
 *
 * <p>In this order: the due date itself; the baseline date and the net days, which in SAP are the last filled one of ZBD3T, ZBD2T and
 * ZBD1T; the terms where their words say days; the baseline date; the date of the document. Credits may be taken at once, so days of
 * payment do not count for them.
 */
final class DueDates {

    private final RowCells cells;
    private final Remarks remarks;
    private final TermsText terms = new TermsText();

    DueDates(RowCells cells, Remarks remarks) {
        this.cells = cells;
        this.remarks = remarks;
    }

    /** The due date; null where a cell that it takes refuses the row. */
    @Nullable
    LocalDate of(LocalDate documentDate, ItemKind kind) {
        LocalDate dueDate = cells.date(Field.DUE_DATE);
        if (dueDate != null) {
            return dueDate;
        }
        LocalDate baseline = cells.date(Field.BASELINE_DATE);
        LocalDate from = baseline == null ? documentDate : baseline;
        if (kind.side() == ItemKind.Side.CREDIT) {
            return from;
        }
        Integer days = netDays();
        if (days != null) {
            return from.plusDays(days);
        }
        Optional<TermsText.Term> term = terms.parse(cells.text(Field.TERMS));
        if (term.isPresent()) {
            return term.get().from(from);
        }
        remarks.note(baseline == null ? Remarks.Topic.NO_DUE_DATE : Remarks.Topic.BASELINE_IS_DUE, cells.line(), "");
        return from;
    }

    private @Nullable Integer netDays() {
        Integer third = cells.days(Field.TERMS_DAYS_3);
        if (third != null && third > 0) {
            return third;
        }
        Integer second = cells.days(Field.TERMS_DAYS_2);
        if (second != null && second > 0) {
            return second;
        }
        return cells.days(Field.TERMS_DAYS_1);
    }
}
