package org.quittance.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.AuthorityLimits;
import org.quittance.core.behaviour.ChangePoint;
import org.quittance.core.collections.AccountFacts;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.ItemFacts;
import org.quittance.core.collections.OpenEscalation;
import org.quittance.core.collections.Payer;
import org.quittance.core.collections.PayingHabit;
import org.quittance.core.collections.Policy;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.Receipt;
import org.quittance.core.collections.Standing;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class CallScriptTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"), Money.of("11000", "USD"));
    private static final ChangePoint WORSE = new ChangePoint(YearMonth.parse("2026-06"), 12, 31);
    private static final ChangePoint BETTER = new ChangePoint(YearMonth.parse("2026-06"), 31, 12);

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void whatIsAskedFollowsFromWhereTheAccountStands(
            String about, AccountFacts facts, @Nullable ChangePoint change, List<String> sentences) {
        Standing standing = Standing.of(facts, Policy.standard(YARDSTICK), TODAY);
        assertThat(CallScript.of(standing, Optional.ofNullable(change)).asks())
                .extracting(Ask::sentence)
                .containsExactlyElementsOf(sentences);
    }

    static Object[][] scripts() {
        return new Object[][] {
            {"nothing owed", new Facts().facts(), null, List.of()},
            {
                "nothing is asked where an agency asks, whatever was promised",
                new Facts()
                        .owes("1000.00", "EUR", 60)
                        .promised("500.00", 20, 14)
                        .approved(EscalationPath.CREDIT_HOLD, 9)
                        .approved(EscalationPath.OUTSIDE_AGENCY, 3)
                        .facts(),
                WORSE,
                List.of("Ask for nothing and agree nothing about this account. With the agency since 23 November 2026:"
                        + " name them, and say that they answer")
            },
            {
                "on hold, it is asked for and said what lifts it",
                new Facts()
                        .owes("1000.00", "EUR", 1)
                        .approved(EscalationPath.CREDIT_HOLD, 3)
                        .facts(),
                null,
                List.of(
                        "Ask for a day for 1 item, EUR 1,000.00, which is 1 day overdue",
                        "On credit hold since 23 November 2026: say so if they ask, and that the credit manager lifts it"
                                + " once what is overdue is paid; promise no day for it")
            },
            {
                "one item",
                new Facts().owes("1000.00", "EUR", 1).facts(),
                null,
                List.of("Ask for a day for 1 item, EUR 1,000.00, which is 1 day overdue")
            },
            {
                "a broken promise comes before what is overdue",
                new Facts()
                        .owes("6000.00", "EUR", 45)
                        .owes("6000.00", "EUR", 10)
                        .owes("400.00", "EUR", 3)
                        .promised("5000.00", 20, 14)
                        .facts(),
                null,
                List.of(
                        "Ask why the promise of EUR 5,000.00 for 12 November 2026 was not kept",
                        "Ask for a day for 3 items, EUR 12,400.00, the oldest 45 days overdue")
            },
            {
                "a promise kept in part",
                new Facts()
                        .owes("3000.00", "EUR", 45)
                        .promised("5000.00", 20, 14)
                        .came("2000.00", 14)
                        .facts(),
                null,
                List.of(
                        "Ask why of the EUR 5,000.00 promised for 12 November 2026 only EUR 2,000.00 came",
                        "Ask for a day for 1 item, EUR 3,000.00, which is 45 days overdue")
            },
            {
                "what is promised is confirmed when it is near, and asked for no more",
                new Facts()
                        .owes("1000.00", "EUR", 30)
                        .promised("1000.00", 5, -3)
                        .facts(),
                null,
                List.of("Confirm that EUR 1,000.00 comes on 29 November 2026 as promised; ask for no other day")
            },
            {
                "what is promised for later is left alone",
                new Facts()
                        .owes("1000.00", "EUR", 30)
                        .promised("1000.00", 5, -4)
                        .facts(),
                null,
                List.of()
            },
            {
                "currencies apart, disputes and credits after what can be asked for",
                new Facts()
                        .owes("1000.00", "EUR", 30)
                        .owes("500.00", "USD", 20)
                        .disputed("300.00", "EUR", 30)
                        .owes("-50.00", "USD", 2)
                        .facts(),
                null,
                List.of(
                        "Ask for a day for 1 item, EUR 1,000.00, which is 30 days overdue; another EUR 300.00 is overdue"
                                + " and promised, offered, disputed or to be given up: leave that out",
                        "Ask for a day for 1 item, USD 500.00, which is 20 days overdue",
                        "Ask what they need to settle the dispute over EUR 300.00; do not ask them to pay it",
                        "Ask what the USD 50.00 on account is for")
            },
            {
                "a habit",
                new Facts().owes("10.00", "EUR", 1).late(6).facts(),
                null,
                List.of(
                        "Ask for a day for 1 item, EUR 10.00, which is 1 day overdue",
                        "Ask when their next payment run is: they pay 6 days late by habit")
            },
            {"too small a habit", new Facts().owes("10.00", "EUR", 0).late(5).facts(), null, List.of(dueSoon())},
            {
                "a change for the worse stands for the habit",
                new Facts().owes("10.00", "EUR", 0).late(20).facts(),
                WORSE,
                List.of("Ask what has changed: they paid 12 days beyond terms, now 31 days", dueSoon())
            },
            {
                "a change for the better asks nothing",
                new Facts().owes("10.00", "EUR", 0).facts(),
                BETTER,
                List.of(dueSoon())
            },
            {
                "somebody above decides",
                new Facts()
                        .owes("10.00", "EUR", 1)
                        .escalated(EscalationPath.CREDIT_HOLD)
                        .facts(),
                null,
                List.of(
                        "Ask for a day for 1 item, EUR 10.00, which is 1 day overdue",
                        "Agree nothing beyond a day of payment: Mara Quill decides (Credit hold)")
            },
        };
    }

    private static String dueSoon() {
        return "Ask whether 1 item, EUR 10.00, due within days is booked for payment";
    }

    @Test
    void whatMayBeConcededSaysWhoHasToApproveIt() {
        Object[][] rows = {
            {List.of(), "Nothing is overdue: there is nothing to concede"},
            {
                List.of(Money.of("5000", "EUR")),
                "A repayment plan for EUR 5,000.00: up to 90 days if a collector approves, up to 180 days if a team lead"
                        + " approves, up to 730 days if the credit manager approves"
            },
            {
                List.of(Money.of("12400", "EUR")),
                "A repayment plan for EUR 12,400.00: up to 180 days if a team lead approves, up to 730 days if the credit"
                        + " manager approves"
            },
            {
                List.of(Money.of("15000", "EUR"), Money.of("16500", "USD")),
                "A repayment plan for EUR 15,000.00 and USD 16,500.00: up to 730 days if the credit manager approves"
            },
        };
        for (Object[] row : rows) {
            @SuppressWarnings("unchecked")
            List<Money> debt = (List<Money>) row[0];
            assertThat(Concession.of(debt, AuthorityLimits.standard().plans(), YARDSTICK)
                            .sentence())
                    .isEqualTo(row[1]);
        }
        assertThat(Concession.of(List.of(Money.of("1", "EUR")), new Authority(List.of()), YARDSTICK)
                        .sentence())
                .isEqualTo("No repayment plan for EUR 1.00: it is beyond everybody's authority");
    }

    /** The facts of one row. */
    private static final class Facts {

        private final List<ItemFacts> items = new ArrayList<>();
        private final List<Promise> promises = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private final List<OpenEscalation> escalations = new ArrayList<>();
        private final List<InForce> inForce = new ArrayList<>();
        private PayingHabit habit = PayingHabit.UNKNOWN;

        Facts owes(String amount, String currency, long daysPastDue) {
            items.add(item(Money.of(amount, currency), daysPastDue, Money.of("0", currency)));
            return this;
        }

        Facts disputed(String amount, String currency, long daysPastDue) {
            items.add(item(Money.of(amount, currency), daysPastDue, Money.of(amount, currency)));
            return this;
        }

        Facts promised(String amount, int madeDaysAgo, int dueDaysAgo) {
            promises.add(new Promise(
                    PromiseId.of(promises.size() + 1L),
                    Money.of(amount, "EUR"),
                    TODAY.minusDays(madeDaysAgo),
                    TODAY.minusDays(dueDaysAgo),
                    List.of()));
            return this;
        }

        Facts came(String amount, int daysAgo) {
            receipts.add(new Receipt(TODAY.minusDays(daysAgo), Money.of(amount, "EUR"), null));
            return this;
        }

        Facts late(int days) {
            habit = new PayingHabit(12, days);
            return this;
        }

        Facts escalated(EscalationPath path) {
            escalations.add(new OpenEscalation(path, "Mara Quill", TODAY, TODAY.plusDays(1)));
            return this;
        }

        Facts approved(EscalationPath path, int daysAgo) {
            inForce.add(new InForce(path, TODAY.minusDays(daysAgo)));
            return this;
        }

        AccountFacts facts() {
            return AccountFacts.about(AccountId.of(1))
                    .items(items)
                    .promises(promises)
                    .receipts(receipts)
                    .payer(Payer.of(habit))
                    .escalations(escalations)
                    .inForce(inForce)
                    .build();
        }

        private ItemFacts item(Money money, long daysPastDue, Money disputed) {
            long id = items.size() + 1L;
            LocalDate due = TODAY.minusDays(daysPastDue);
            ItemKind kind = money.isPositive() ? ItemKind.INVOICE : ItemKind.PAYMENT;
            return new ItemFacts(
                    new OpenItem(ItemId.of(id), AccountId.of(1), kind, "D" + id, due.minusDays(30), due, money, money),
                    disputed,
                    null);
        }
    }
}
