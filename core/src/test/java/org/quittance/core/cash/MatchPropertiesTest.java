package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.cash.Decision.Applied;
import org.quittance.core.cash.Decision.Line;
import org.quittance.core.ledger.ItemId;

/** Generated ledgers and payments; each failure replays from its seed. */
class MatchPropertiesTest {

    private static final int CUSTOMERS = 6;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void moneyIsConservedAndNoItemGetsMoreThanIsOpen(long seed) {
        Random random = new Random(seed);
        SmallLedger ledger = ledger(random);
        List<Payment> payments = payments(random, ledger);

        MatchRun run = MatchRun.of(payments, ledger.index(), MatchPolicy.standard());

        Map<ItemId, Long> taken = new HashMap<>();
        for (Match match : run.matches()) {
            if (match.decision() instanceof Applied applied) {
                assertThat(applied.division().totalMinor())
                        .isEqualTo(match.payment().amount().minor());
                for (Line line : applied.division().lines()) {
                    taken.merge(line.item(), line.amountMinor(), Long::sum);
                }
            }
        }
        assertThat(taken).isNotEmpty();
        for (Candidate item : ledger.items) {
            long open = item.openMinor() - taken.getOrDefault(item.item(), 0L);
            assertThat(Long.signum(open)).as("side of %s", item).isIn(0, Long.signum(item.openMinor()));
            assertThat(Math.abs(open)).isLessThanOrEqualTo(Math.abs(item.openMinor()));
            assertThat(run.openAfter().getOrDefault(item.item(), item.openMinor()))
                    .isEqualTo(open);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void theOrderOfTheItemsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        SmallLedger ledger = ledger(random);
        List<Payment> payments = payments(random, ledger);
        MatchRun one = MatchRun.of(payments, ledger.index(), MatchPolicy.standard());

        Collections.shuffle(ledger.items, random);
        MatchRun other = MatchRun.of(payments, ledger.index(), MatchPolicy.standard());

        assertThat(other).isEqualTo(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void anAmountThatTwoItemsHaveIsNeverAppliedWithoutANumber(long seed) {
        Random random = new Random(seed);
        SmallLedger ledger = ledger(random);
        Candidate one = ledger.items.getFirst();
        Candidate twin = ledger.items.stream()
                .filter(item -> item.customerNumber().equals(one.customerNumber()) && !item.equals(one))
                .findFirst()
                .orElseThrow();
        ledger.invoice(90_001, one.customerNumber(), one.customerName(), "T" + random.nextInt(1_000_000), 7_777);
        ledger.invoice(90_002, twin.customerNumber(), twin.customerName(), "U" + random.nextInt(1_000_000), 7_777);

        Match match = ledger.match(one.customerName(), 7_777, "thank you");

        assertThat(match.decision()).isNotInstanceOf(Applied.class);
    }

    private static SmallLedger ledger(Random random) {
        SmallLedger ledger = new SmallLedger();
        for (int id = 1; id <= 120; id++) {
            int customer = random.nextInt(CUSTOMERS);
            String number = Integer.toString(70_000 + customer);
            if (random.nextInt(12) == 0) {
                ledger.credit(id, number, "Customer " + customer, "CN" + (400_000 + id), 1 + random.nextInt(50));
            } else {
                ledger.invoice(
                        id,
                        number,
                        "Customer " + customer,
                        "INV" + (1_000_000 + random.nextInt(5_000) * 1_000 + id),
                        51 + random.nextInt(400),
                        "PO" + (10_000 + random.nextInt(60)));
            }
        }
        return ledger;
    }

    /** Whole, in parts, several at once, with damaged numbers, or with nothing but an amount. */
    private static List<Payment> payments(Random random, SmallLedger ledger) {
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Candidate item = ledger.items.get(random.nextInt(ledger.items.size()));
            Candidate second = ledger.items.get(random.nextInt(ledger.items.size()));
            long euros = Math.max(1, item.openMinor() / 100);
            String number = item.document();
            String text = switch (random.nextInt(6)) {
                case 0 -> number;
                case 1 -> number + " " + second.document();
                case 2 -> number.substring(0, 4) + " " + number.substring(4);
                case 3 -> number.substring(0, 5) + number.substring(6);
                case 4 -> item.references().isEmpty() ? "" : item.references().getFirst();
                default -> "thank you";
            };
            double amount = switch (random.nextInt(4)) {
                case 0 -> euros / 2.0;
                case 1 -> euros + Math.max(0, second.openMinor() / 100.0);
                default -> euros;
            };
            payments.add(SmallLedger.payment("p" + i, item.customerName(), amount, text));
        }
        return payments;
    }
}
