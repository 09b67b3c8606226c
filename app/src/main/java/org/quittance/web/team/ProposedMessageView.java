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
 * @param pdf where it is to be had as it is printed; null for a text message
 */
public record ProposedMessageView(
        Action action,
        String customerName,
        String subject,
        String text,
        List<Concern> items,
        @Nullable String pdf) {

    public ProposedMessageView {
        items = List.copyOf(items);
    }

    static ProposedMessageView of(ReminderDraft.Ready ready, String pdf) {
        WrittenLetter letter = Letters.preview(ready.content());
        return new ProposedMessageView(
                ready.action(),
                ready.content().to().name(),
                letter.subject(),
                letter.text(),
                all(ready.concerns()),
                pdf);
    }

    static ProposedMessageView of(ReminderDraft.ReadyText ready) {
        return new ProposedMessageView(
                ready.action(),
                ready.notice().to().name(),
                ready.notice().subject(),
                ready.notice().text(),
                all(ready.concerns()),
                null);
    }

    private static List<Concern> all(Map<Long, List<Concern>> concerns) {
        return concerns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> each.getValue().stream())
                .toList();
    }
}
