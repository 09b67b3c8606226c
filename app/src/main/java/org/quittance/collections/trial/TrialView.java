package org.quittance.collections.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;

/**
 * A trial of a strategy's version, as far as it has come.
 *
 * @param done how many accounts have been replayed
 * @param followers how many accounts would have followed the version at some time
 * @param actions how often each action would have been taken, in the order of actions
 */
public record TrialView(
        long id,
        String code,
        String name,
        int version,
        LocalDate from,
        LocalDate to,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant finishedAt,
        long done,
        long followers,
        List<ActionCount> actions,
        List<MonthCount> months,
        List<Workload> workloads,
        Listed listed) {

    public TrialView {
        actions = List.copyOf(actions);
        months = List.copyOf(months);
        workloads = List.copyOf(workloads);
    }

    /**
     * The accounts about which something would have been done, or that would follow the version today.
     *
     * @param today how many would follow it today, without having it already
     * @param changed for how many of these something else would be next
     */
    public record Listed(long accounts, long today, long changed) {}

    public boolean isUnderWay() {
        return finishedAt == null;
    }

    /** An action, under the strategies in force and with the version. */
    public record ActionCount(Action action, long before, long after) {}

    /** Contacts of a month. */
    public record MonthCount(YearMonth month, long before, long after) {}

    /**
     * What somebody would have had to do by hand: calls, letters that a person sends, approvals, escalations, reviews, cash to apply.
     *
     * @param whose the collector of the accounts, or a lead or the credit manager, to whom a step is left
     */
    public record Workload(String whose, long before, long after) {}

    /**
     * One account.
     *
     * @param beforeContacts what would have been done under the strategies in force, by day
     * @param contacts what would have been done with the version, by day
     */
    public record AccountLine(
            long accountId,
            long customerId,
            String customerName,
            String entityCode,
            String accountNumber,
            String collector,
            boolean follows,
            List<Contact> beforeContacts,
            List<Contact> contacts,
            String todayBefore,
            String todayAfter) {

        public AccountLine {
            beforeContacts = List.copyOf(beforeContacts);
            contacts = List.copyOf(contacts);
        }

        public int before() {
            return beforeContacts.size();
        }

        public int after() {
            return contacts.size();
        }
    }

    /** Something that would have been done on a day. */
    public record Contact(LocalDate on, Action action) {}
}
