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

    /**
     * A due date.
     *
     * @param told false where the file says nothing of it, and it is only the day that the document is from
     */
    record Due(LocalDate date, boolean told) {}

    /** The due date, wherever it is from; what a cell refuses is left for the caller to see. */
    Due of(LocalDate documentDate, ItemKind kind) {
        LocalDate dueDate = cells.date(Field.DUE_DATE);
        if (dueDate != null) {
            return new Due(dueDate, true);
        }
        LocalDate baseline = cells.date(Field.BASELINE_DATE);
        LocalDate from = baseline == null ? documentDate : baseline;
        if (kind.side() == ItemKind.Side.CREDIT) {
            return new Due(from, false);
        }
        Integer days = netDays();
        if (days != null) {
            return new Due(from.plusDays(days), true);
        }
        Optional<TermsText.Term> term = terms.parse(cells.text(Field.TERMS));
        if (term.isPresent()) {
            return new Due(term.get().from(from), true);
        }
        remarks.note(baseline == null ? Remarks.Topic.NO_DUE_DATE : Remarks.Topic.BASELINE_IS_DUE, cells.line(), "");
        return new Due(from, false);
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
