package org.quittance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.ItemKind;
import org.quittance.demo.DemoCompany.HistoryMonth;

/**
 * Invents what the collectors did about late invoices in the last half year: notices on Tuesdays, calls, promises, escalations.
 *
 * <p>It follows from the history: who was late was written to, and a promise is kept or broken by what was paid. The last days are left
 * out, so that there is something to do; about some accounts the collectors have fallen behind.
 */
final class ContactHistory {

    private static final int LOOKS_BACK_DAYS = 180;
    private static final int LEFT_TO_DO_DAYS = 6;
    private static final int BEHIND_DAYS = 45;
    private static final int BEHIND_PERCENT = 25;

    /** The ladder that the former system knew: from which day after due, and how long after the step before. */
    private static final List<Rung> LADDER = List.of(
            new Rung(Action.NOTICE_1, 5, 5),
            new Rung(Action.CALL, 11, 4),
            new Rung(Action.NOTICE_2, 16, 5),
            new Rung(Action.NOTICE_3, 31, 10),
            new Rung(Action.ESCALATE, 46, 14));

    private final LocalDate today;
    private final Map<String, TreeMap<LocalDate, Long>> paid = new HashMap<>();

    private ContactHistory(DemoCompany company) {
        this.today = company.today();
        for (HistoryMonth month : company.months()) {
            month.ties()
                    .forEach(tie -> paid.computeIfAbsent(tie.debit(), _ -> new TreeMap<>())
                            .merge(tie.date(), tie.minor(), Long::sum));
        }
    }

    private record Rung(Action action, int daysLate, int waitDays) {}

    /** What was done about one account on one day. */
    private record Deed(LocalDate day, Action action) {}

    /** In the order of the days. */
    static List<PastContact> of(DemoCompany company) {
        ContactHistory history = new ContactHistory(company);
        Map<DemoAccount.Key, List<Bill>> byAccount = new HashMap<>();
        for (HistoryMonth month : company.months()) {
            for (Bill bill : month.bills()) {
                if (bill.kind() == ItemKind.INVOICE
                        && bill.due().isAfter(company.today().minusDays(LOOKS_BACK_DAYS))) {
                    byAccount
                            .computeIfAbsent(bill.account().key(), _ -> new ArrayList<>())
                            .add(bill);
                }
            }
        }
        List<PastContact> contacts = new ArrayList<>();
        for (DemoAccount account : company.accounts()) {
            contacts.addAll(history.of(account, byAccount.getOrDefault(account.key(), List.of())));
        }
        contacts.sort(Comparator.comparing(PastContact::day)
                .thenComparing(contact -> contact.account().key().toString())
                .thenComparing(PastContact::action));
        return List.copyOf(contacts);
    }

    private List<PastContact> of(DemoAccount account, List<Bill> bills) {
        Chance chance = Chance.of("contacts", account.key());
        LocalDate until = today.minusDays(chance.percent(BEHIND_PERCENT) ? BEHIND_DAYS : LEFT_TO_DO_DAYS);
        TreeMap<LocalDate, Map<Action, List<Bill>>> deeds = new TreeMap<>();
        for (Bill bill : bills) {
            for (Deed deed : deeds(bill, until)) {
                deeds.computeIfAbsent(deed.day(), _ -> new TreeMap<>())
                        .computeIfAbsent(deed.action(), _ -> new ArrayList<>())
                        .add(bill);
            }
        }
        List<PastContact> contacts = new ArrayList<>();
        deeds.forEach((day, ofDay) ->
                ofDay.forEach((action, about) -> contacts.add(contact(account, day, action, about, chance))));
        return contacts;
    }

    /** The steps that a bill had before it was paid. */
    private List<Deed> deeds(Bill bill, LocalDate until) {
        List<Deed> deeds = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (Rung rung : LADDER) {
            LocalDate wanted = bill.due().plusDays(rung.daysLate());
            LocalDate earliest =
                    before.isAfter(wanted.minusDays(rung.waitDays())) ? before.plusDays(rung.waitDays()) : wanted;
            LocalDate day = rung.action().reach() == Action.Reach.WRITTEN
                    ? earliest.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY))
                    : BusinessDays.onOrAfter(earliest);
            if (day.isAfter(until) || openAt(bill, day) == 0) {
                return deeds;
            }
            deeds.add(new Deed(day, rung.action()));
            before = day;
        }
        return deeds;
    }

    private PastContact contact(DemoAccount account, LocalDate day, Action action, List<Bill> about, Chance chance) {
        long minor = about.stream().mapToLong(bill -> openAt(bill, day)).sum();
        return switch (action) {
            case CALL -> call(account, day, about, minor, chance);
            case ESCALATE ->
                new PastContact(
                        day, account, action, about, minor, "Escalated", "Passed on to the credit manager", null);
            case REMINDER_BEFORE_DUE,
                    NOTICE_1,
                    NOTICE_2,
                    NOTICE_3,
                    TEXT_MESSAGE,
                    INTEREST_NOTICE,
                    PORTAL_NOTICE,
                    VISIT,
                    RECOMMEND_SUSPENSION,
                    RECOMMEND_HOLD,
                    RECOMMEND_AGENCY,
                    RECOMMEND_LEGAL,
                    CLEAR_CASH,
                    REVIEW,
                    READ_ANSWER ->
                new PastContact(
                        day,
                        account,
                        action,
                        about,
                        minor,
                        action.label(),
                        "Sent by e-mail from the former system",
                        null);
        };
    }

    private PastContact call(DemoAccount account, LocalDate day, List<Bill> about, long minor, Chance chance) {
        int what = chance.between(1, 100);
        LocalDate promised = promised(day, about, chance);
        if (account.customer().character() == PayerCharacter.DISPUTING && what <= 60) {
            return spoken(
                    account,
                    day,
                    about,
                    minor,
                    "Disputed",
                    "Says the delivery was not complete; asks for the delivery note");
        }
        if (what <= 45) {
            return new PastContact(
                    day,
                    account,
                    Action.CALL,
                    about,
                    minor,
                    "Promise",
                    "Will pay in full by " + Sentences.day(promised),
                    promised);
        }
        if (what <= 65) {
            return spoken(account, day, about, minor, "No answer", "");
        }
        if (what <= 80) {
            return spoken(account, day, about, minor, "Left a message", "Asked to be called back");
        }
        return spoken(account, day, about, minor, "Will check", "Invoice is not booked yet; sent a copy");
    }

    private static PastContact spoken(
            DemoAccount account, LocalDate day, List<Bill> about, long minor, String outcome, String body) {
        return new PastContact(day, account, Action.CALL, about, minor, outcome, body, null);
    }

    /** Most who pay within three weeks have said so; the others name a day and let it pass. */
    private LocalDate promised(LocalDate day, List<Bill> about, Chance chance) {
        LocalDate hoped = BusinessDays.onOrAfter(day.plusDays(chance.between(4, 12)));
        LocalDate settled = day;
        for (Bill bill : about) {
            LocalDate last = settledOn(bill);
            if (last == null) {
                return hoped;
            }
            settled = last.isAfter(settled) ? last : settled;
        }
        return settled.isAfter(day.plusDays(21)) || chance.percent(20) ? hoped : settled;
    }

    private @Nullable LocalDate settledOn(Bill bill) {
        TreeMap<LocalDate, Long> payments = paid.get(bill.document());
        return payments == null || openAt(bill, today) > 0 ? null : payments.lastKey();
    }

    private long openAt(Bill bill, LocalDate day) {
        TreeMap<LocalDate, Long> payments = paid.get(bill.document());
        return payments == null
                ? bill.minor()
                : bill.minor()
                        - payments.headMap(day, true).values().stream()
                                .mapToLong(minor -> minor)
                                .sum();
    }
}
