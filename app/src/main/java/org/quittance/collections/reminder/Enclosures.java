package org.quittance.collections.reminder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.copies.Copies;
import org.quittance.copies.CopyLine;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.copy.MailParts;
import org.quittance.correspondence.AttachedCopy;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.platform.Variable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Finds the copies that go with a mail, names them by their documents, and keeps a mail as small as mail servers want it. */
@Component
class Enclosures {

    private static final Variable.Bounds SIZES = new Variable.Bounds(100_000, 500_000_000);
    private static final int USUAL_BYTES = 10_000_000;
    private static final long ALL_OF_THEM = Long.MAX_VALUE / 4;

    private final Copies copies;
    private final long mostBytes;

    Enclosures(Copies copies, Environment environment) {
        this.copies = copies;
        this.mostBytes = Variable.of(environment, "QUITTANCE_MAIL_MOST_BYTES").number(SIZES, USUAL_BYTES);
    }

    /** The copies of items, by their documents' numbers in the order given; items without one are left out, and so is a second line of a document. */
    List<EnclosedCopy> of(Map<Long, String> documents) {
        Map<Long, CopyLine> used = copies.inUse(documents.keySet());
        Set<Long> taken = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<EnclosedCopy> enclosed = new ArrayList<>();
        documents.forEach((item, document) -> {
            CopyLine copy = used.get(item);
            if (copy != null && taken.add(copy.id())) {
                enclosed.add(
                        new EnclosedCopy(item, new AttachedCopy(name(document, names), copy.id()), copy.sizeBytes()));
            }
        });
        return enclosed;
    }

    /** Those of the items of which a copy is here. */
    Set<Long> withCopy(Collection<Long> items) {
        return copies.inUse(items).keySet();
    }

    /** Shared out among mails. */
    MailParts<EnclosedCopy> inMails(List<EnclosedCopy> enclosed) {
        return MailParts.of(enclosed, EnclosedCopy::sizeBytes, mostBytes);
    }

    /** What goes with a reminder beside its letter: as many as the mail can carry, all of them on paper. */
    List<EnclosedCopy> with(ReminderDraft.Ready ready, long letterBytes) {
        return switch (ready.enclosure()) {
            case NOTHING -> List.of();
            case COPIES -> {
                Map<Long, String> documents = new LinkedHashMap<>();
                ready.content().items().forEach(item -> documents.put(item.id().value(), item.document()));
                long left = ready.envelope().isLetter()
                        ? ALL_OF_THEM
                        : Math.max(0, mostBytes - MailParts.travelling(letterBytes));
                List<List<EnclosedCopy>> mails = MailParts.of(of(documents), EnclosedCopy::sizeBytes, left)
                        .mails();
                yield mails.isEmpty() ? List.of() : mails.getFirst();
            }
        };
    }

    /** The same, as the outbox takes it. */
    List<AttachedCopy> with(ReminderDraft.Ready ready, OutgoingMessage letter) {
        if (ready.enclosure() == Enclosure.NOTHING) {
            return List.of();
        }
        long own = letter.attachments().stream()
                .mapToLong(attachment -> attachment.content().length)
                .sum();
        return with(ready, own).stream().map(EnclosedCopy::attached).toList();
    }

    /** The number of the document as the name of a file; a second one of the same number is told apart. */
    private static String name(String document, Set<String> names) {
        String plain = document.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String name = plain + ".pdf";
        for (int n = 2; !names.add(name); n++) {
            name = plain + "-" + n + ".pdf";
        }
        return name;
    }
}
