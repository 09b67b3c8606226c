package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ReversalOutcome.Refused;
import org.quittance.core.ledger.ReversalOutcome.Reversed;
import org.quittance.core.ledger.Reversals.Side;
import org.quittance.core.money.Money;

class ReversalsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-10");
    private static final ItemId INVOICE = ItemId.of(1);
    private static final ItemId PAYMENT = ItemId.of(2);
    private static final Posting ON_INVOICE = posting(10, INVOICE, "-40.00", PostingKind.ALLOCATION, null);
    private static final Posting ON_PAYMENT = posting(11, PAYMENT, "40.00", PostingKind.ALLOCATION, null);
    private static final Posting WRITE_OFF = posting(12, INVOICE, "-60.00", PostingKind.WRITE_OFF, null);
    private static final Side CREDIT = new Side(history(PAYMENT, "-100.00", ON_PAYMENT), ON_PAYMENT.id());
    private static final Side DEBIT = new Side(history(INVOICE, "100.00", ON_INVOICE, WRITE_OFF), ON_INVOICE.id());

    @Test
    void undoingAnAllocationOpensBothItemsAgain() {
        assertThat(Reversals.undo(CREDIT, DEBIT, DAY))
                .isEqualTo(new Reversed(List.of(
                        new Delta(PAYMENT, Money.of("-40.00", "EUR")), new Delta(INVOICE, Money.of("40.00", "EUR")))));
    }

    @Test
    void aWriteOffIsTakenBackOnItsOwn() {
        assertThat(Reversals.reverse(DEBIT.item(), WRITE_OFF.id(), DAY.plusDays(3)))
                .isEqualTo(new Reversed(List.of(new Delta(INVOICE, Money.of("60.00", "EUR")))));
    }

    @Test
    void aPostingIsNotTakenBackTwice() {
        Posting takenBack = posting(13, INVOICE, "60.00", PostingKind.REVERSAL, WRITE_OFF.id());
        ItemHistory item = history(INVOICE, "100.00", WRITE_OFF, takenBack);
        assertThat(Reversals.reverse(item, WRITE_OFF.id(), DAY))
                .isEqualTo(new Refused(ReversalRefusal.ALREADY_REVERSED));
        assertThat(Reversals.reverse(item, takenBack.id(), DAY)).isEqualTo(new Refused(ReversalRefusal.IS_A_REVERSAL));
    }

    @Test
    void aPostingThatTheItemDoesNotHaveIsRefused() {
        assertThat(Reversals.reverse(DEBIT.item(), PostingId.of(99), DAY))
                .isEqualTo(new Refused(ReversalRefusal.UNKNOWN_POSTING));
    }

    @Test
    void anAllocationIsUndoneOnBothItemsOrNotAtAll() {
        assertThat(Reversals.reverse(DEBIT.item(), ON_INVOICE.id(), DAY))
                .isEqualTo(new Refused(ReversalRefusal.HALF_AN_ALLOCATION));
        assertThat(Reversals.undo(CREDIT, new Side(DEBIT.item(), WRITE_OFF.id()), DAY))
                .isEqualTo(new Refused(ReversalRefusal.NOT_ONE_ALLOCATION));
        Posting other = posting(14, INVOICE, "-41.00", PostingKind.ALLOCATION, null);
        assertThat(Reversals.undo(CREDIT, new Side(history(INVOICE, "100.00", other), other.id()), DAY))
                .isEqualTo(new Refused(ReversalRefusal.NOT_ONE_ALLOCATION));
    }

    @Test
    void aReversalCannotCountFromBeforeWhatItReverses() {
        assertThat(Reversals.undo(CREDIT, DEBIT, DAY.minusDays(1)))
                .isEqualTo(new Refused(ReversalRefusal.BEFORE_ITS_POSTING));
    }

    @Test
    void takingBackAReductionCannotOpenMoreThanTheItemWasFor() {
        Posting down = posting(15, INVOICE, "-50.00", PostingKind.ADJUSTMENT, null);
        Posting up = posting(16, INVOICE, "30.00", PostingKind.ADJUSTMENT, null);
        assertThat(Reversals.reverse(history(INVOICE, "100.00", down, up), down.id(), DAY))
                .isEqualTo(new Refused(ReversalRefusal.LEAVES_RANGE));
    }

    private static ItemHistory history(ItemId item, String original, Posting... postings) {
        Opening opening =
                new Opening(item, Money.of(original, "EUR"), DAY.minusDays(40), Instant.parse("2026-04-01T00:00:00Z"));
        return new ItemHistory(opening, List.of(postings));
    }

    private static Posting posting(
            long id, ItemId item, String amount, PostingKind kind, @Nullable PostingId reversalOf) {
        return new Posting(
                PostingId.of(id),
                item,
                Money.of(amount, "EUR"),
                DAY,
                Instant.parse("2026-05-10T09:00:00Z"),
                kind,
                "statement 12",
                "anna",
                reversalOf);
    }
}
