package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;

class LedgerViewTest {

    private static final ItemId INVOICE = ItemId.of(4711);
    private static final Opening OPENING = new Opening(
            INVOICE, Money.of("100.00", "EUR"), LocalDate.parse("2026-05-03"), Instant.parse("2026-05-05T06:00:00Z"));
    private static final Posting PAID = posting(1, "-40.00", "2026-05-30", "2026-06-03T06:00:00Z", null);
    private static final Posting UNDONE = posting(2, "40.00", "2026-06-08", "2026-06-08T15:00:00Z", PAID.id());

    @ParameterizedTest(name = "as of {0}, known at {1}: {2}")
    @CsvSource({
        "2026-05-02, 2026-07-01T00:00:00Z, 0.00", // not yet invoiced
        "2026-05-03, 2026-07-01T00:00:00Z, 100.00", // the day of the invoice
        "2026-05-31, 2026-05-04T00:00:00Z, 0.00", // the extract had not come
        "2026-05-31, 2026-06-02T00:00:00Z, 100.00", // the bank's file had not come
        "2026-05-31, 2026-06-03T06:00:00Z, 60.00", // it came, and counts from 30 May
        "2026-05-29, 2026-07-01T00:00:00Z, 100.00", // the day before the payment
        "2026-06-07, 2026-07-01T00:00:00Z, 60.00", // before the undoing
        "2026-06-08, 2026-07-01T00:00:00Z, 100.00", // after it
    })
    void aPastDayIsShownAsItWasKnownAtAnyMoment(LocalDate asOf, Instant knownAt, String open) {
        assertThat(LedgerView.openAt(OPENING, List.of(UNDONE, PAID), asOf, knownAt))
                .isEqualTo(Money.of(open, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-10,60.00", "2026-05-30,60.00", "2026-06-07,60.00", "2026-06-08,100.00"})
    void anEntryDatedBackMayTakeOnlyWhatEachLaterDayLeaves(LocalDate from, String available) {
        assertThat(LedgerView.availableFrom(OPENING, List.of(PAID, UNDONE), from, Instant.MAX))
                .isEqualTo(Money.of(available, "EUR"));
    }

    @Test
    void thePostingsOfAnotherItemAreRefused() {
        Opening other = new Opening(ItemId.of(1), OPENING.original(), OPENING.postedOn(), OPENING.recordedAt());
        assertThatThrownBy(() -> LedgerView.openAt(other, List.of(PAID), LocalDate.MAX, Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4711");
    }

    @Test
    void aPostingNamesItsCauseItsAuthorAndExactlyAsAReversalWhatItReverses() {
        assertThatThrownBy(() -> new Posting(
                        PAID.id(),
                        INVOICE,
                        PAID.amount(),
                        PAID.postedOn(),
                        PAID.recordedAt(),
                        PostingKind.ADJUSTMENT,
                        " ",
                        "anna",
                        null))
                .hasMessageContaining("cause");
        assertThatThrownBy(() -> new Posting(
                        PAID.id(),
                        INVOICE,
                        PAID.amount(),
                        PAID.postedOn(),
                        PAID.recordedAt(),
                        PostingKind.REVERSAL,
                        "typo",
                        "anna",
                        null))
                .hasMessageContaining("reverses");
        assertThatThrownBy(() -> posting(3, "0.00", "2026-05-30", "2026-06-03T06:00:00Z", null))
                .hasMessageContaining("changes nothing");
    }

    private static Posting posting(
            long id, String amount, String postedOn, String recordedAt, @Nullable PostingId reverses) {
        return new Posting(
                PostingId.of(id),
                INVOICE,
                Money.of(amount, "EUR"),
                LocalDate.parse(postedOn),
                Instant.parse(recordedAt),
                reverses == null ? PostingKind.ALLOCATION : PostingKind.REVERSAL,
                "statement 12",
                "anna",
                reverses);
    }
}
