package org.quittance.web.team;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.EnclosedCopy;
import org.quittance.collections.reminder.Proposal;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.WrittenLetter;

/**
 * A message that waits for an approval, as its reader would have it.
 *
 * @param amounts what the message asks for in all, once credits are taken off where they are
 * @param copies the copies of what it asks for that go with it, as far as they are here; null where none are to go
 * @param mark the account, the step and its items, as the list of what waits marks them
 * @param pdf where it is to be had as it is printed; null for a text message
 */
public record ProposedMessageView(
        Action action,
        String customerName,
        String subject,
        String text,
        List<Concern> items,
        List<Money> amounts,
        @Nullable List<EnclosedCopy> copies,
        String mark,
        @Nullable String pdf) {

    public ProposedMessageView {
        items = List.copyOf(items);
        amounts = List.copyOf(amounts);
        copies = copies == null ? null : List.copyOf(copies);
    }

    static ProposedMessageView of(
            ReminderDraft.Ready ready, WrittenLetter letter, List<EnclosedCopy> enclosed, Proposal proposal) {
        return new ProposedMessageView(
                ready.action(),
                ready.content().to().name(),
                letter.subject(),
                letter.text(),
                all(ready.concerns()),
                ready.content().totals(),
                ready.enclosure() == Enclosure.COPIES ? enclosed : null,
                mark(ready.concerns(), proposal.accountId(), proposal.step()),
                ApprovalsView.path(proposal.accountId(), proposal.step()) + "/pdf");
    }

    static ProposedMessageView of(ReminderDraft.ReadyText ready, long account, String step) {
        return new ProposedMessageView(
                ready.action(),
                ready.notice().to().name(),
                ready.notice().subject(),
                ready.notice().text(),
                all(ready.concerns()),
                ready.notice().totals(),
                null,
                mark(ready.concerns(), account, step),
                null);
    }

    private static String mark(Map<Long, List<Concern>> concerns, long account, String step) {
        return ApprovalsView.mark(
                account,
                step,
                concerns.getOrDefault(account, List.of()).stream()
                        .filter(concern ->
                                concern.step() != null && concern.step().id().equals(step))
                        .toList());
    }

    private static List<Concern> all(Map<Long, List<Concern>> concerns) {
        return concerns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> each.getValue().stream())
                .toList();
    }
}
