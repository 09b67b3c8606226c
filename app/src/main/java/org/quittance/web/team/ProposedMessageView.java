package org.quittance.web.team;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.WrittenLetter;

/**
 * A message that waits for an approval, as its reader would have it.
 *
 * @param mark the account, the step and its items, as the list of what waits marks them
 * @param pdf where it is to be had as it is printed; null for a text message
 */
public record ProposedMessageView(
        Action action,
        String customerName,
        String subject,
        String text,
        List<Concern> items,
        String mark,
        @Nullable String pdf) {

    public ProposedMessageView {
        items = List.copyOf(items);
    }

    static ProposedMessageView of(ReminderDraft.Ready ready, long account, String step) {
        WrittenLetter letter = Letters.preview(ready.content());
        return new ProposedMessageView(
                ready.action(),
                ready.content().to().name(),
                letter.subject(),
                letter.text(),
                all(ready.concerns()),
                mark(ready.concerns(), account, step),
                ApprovalsView.path(account, step) + "/pdf");
    }

    static ProposedMessageView of(ReminderDraft.ReadyText ready, long account, String step) {
        return new ProposedMessageView(
                ready.action(),
                ready.notice().to().name(),
                ready.notice().subject(),
                ready.notice().text(),
                all(ready.concerns()),
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
